package dev.sallyport.cli;

import dev.sallyport.transport.VisitLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * What a command has around it.
 *
 * @param out the result, and nothing else
 * @param err progress and messages
 * @param colourOut whether the result may be coloured: a terminal reads it, and {@code NO_COLOR} is not set
 * @param colourErr the same for messages
 * @param live whether progress may be drawn over itself: a terminal reads it
 * @param columns the width of the terminal, 80 where there is none
 * @param withoutNamespace why the launcher made no private network, where one was due; "" where it made it or none was
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean colourOut,
        boolean colourErr,
        boolean live,
        int columns,
        String withoutNamespace,
        Clock clock,
        Interruption interruption) {

    /** Where the launcher says which of standard output (1) and standard error (2) are terminals: {@code 12}. */
    static final String TERMINALS = "sallyport.terminals";

    /** Where the launcher says how wide the terminal is. */
    static final String COLUMNS = "sallyport.columns";

    /** Where the launcher says why it made no private network. */
    static final String NAMESPACE = "sallyport.namespace";

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
                Integer.getInteger(COLUMNS, 80),
                System.getProperty(NAMESPACE, ""),
                Clock.systemUTC(),
                interruption);
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Returns where an agent that stands alone tells of visits that ended badly: among the messages, with the time. */
    VisitLog visitLog() {
        return VisitLog.to(line -> err.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line));
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
