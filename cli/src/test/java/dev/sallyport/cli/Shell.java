package dev.sallyport.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Executes commands in this process, as a user would in a shell, and keeps what they print. */
final class Shell {

    /** What became of a command. */
    record Outcome(int status, String out, String err) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final Interruption interruption = new Interruption(status -> {}, status -> {}, Duration.ofSeconds(20));

    static Outcome sallyport(String... arguments) {
        return new Shell().execute(arguments);
    }

    Outcome execute(String... arguments) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                stream(out),
                stream(err),
                false,
                false,
                false,
                80,
                "",
                Clock.systemUTC(),
                interruption);
        int status = Commands.line(terminal).execute(arguments);
        interruption.end(status);
        return new Outcome(status, printed(), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns what has been printed so far. */
    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
