package dev.sallyport.testkit.firewall;

/** What a finished command left: its exit status and everything it wrote, as UTF-8 text. */
public record CommandResult(int exit, String out, String err) {}
