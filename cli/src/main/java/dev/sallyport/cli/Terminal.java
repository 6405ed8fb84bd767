package dev.sallyport.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * What a command has around it.
 *
 * @param out the result, and nothing else
 * @param err progress and messages
 * @param colourOut whether the result may be coloured: a terminal reads it, and {@code NO_COLOR} is not set
 * @param colourErr the same for messages
 * @param live whether progress may be drawn over itself: a terminal reads it
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean colourOut,
        boolean colourErr,
        boolean live,
        Clock clock,
        Interruption interruption) {

    /** Where the launcher says which of standard output (1) and standard error (2) are terminals: {@code 12}. */
    static final String TERMINALS = "sallyport.terminals";

    /** Returns that of this process; always UTF-8, as the files are. */
    static Terminal ofThisProcess(Interruption interruption) {
        String terminals = System.getProperty(TERMINALS, "");
        boolean colour = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        boolean live = terminals.contains("2");
        return new Terminal(
                System.in,
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                colour && terminals.contains("1"),
                colour && live,
                live,
                Clock.systemUTC(),
                interruption);
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
