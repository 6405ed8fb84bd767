package dev.sallyport.transport;

import dev.sallyport.exchange.Ending;
import dev.sallyport.flow.Endpoint;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One line for each visit to an endpoint that came to no good end: who, where, what, and where in the message. At most
 * {@value #MOST} lines in {@value #SECONDS} seconds, so that a flood of visits is none of lines. Thread-safe.
 *
 * <pre>{@code 10.1.0.66:40312 at 10.2.0.10:5061/tcp: malformed at request: start line: 'xyzzy' is no SIP version}</pre>
 */
public final class VisitLog {

    private static final int MOST = 20;
    private static final int SECONDS = 10;
    private static final int LONGEST_DETAIL = 300;

    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private final int most;
    private long since;
    private int told;
    private int untold;

    VisitLog(Consumer<String> lines, LongSupplier nanos, int most) {
        this.lines = lines;
        this.nanos = nanos;
        this.most = most;
        this.since = nanos.getAsLong();
    }

    /** Returns a log that writes here; lines have no time and no line end. */
    public static VisitLog to(Consumer<String> lines) {
        return new VisitLog(lines, System::nanoTime, MOST);
    }

    /** Returns a log that writes every line here, however many there are. */
    public static VisitLog unbounded(Consumer<String> lines) {
        return new VisitLog(lines, System::nanoTime, Integer.MAX_VALUE);
    }

    /** Returns a log that nobody reads. */
    public static VisitLog silent() {
        return to(line -> {});
    }

    void ended(Endpoint at, InetSocketAddress from, Ending ending) {
        String how = ending.completed()
                ? ""
                : ending.how() + " at " + ending.stage().text()
                        + (ending.detail().isEmpty() ? "" : ": ");
        write(text(from) + " at " + at.label() + ": " + how + oneLine(ending.detail()));
    }

    private synchronized void write(String line) {
        if (nanos.getAsLong() - since >= TimeUnit.SECONDS.toNanos(SECONDS)) {
            since = nanos.getAsLong();
            told = 0;
        }
        if (told == most) {
            untold++;
            return;
        }
        told++;
        if (untold > 0) {
            lines.accept(untold + " more visits before this one ended badly, too many to tell of each");
            untold = 0;
        }
        lines.accept(line);
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** A detail quotes what a peer sent, which may not look like lines of ours. */
    private static String oneLine(String detail) {
        String whole = detail.replaceAll("\\p{C}", "?");
        return whole.length() <= LONGEST_DETAIL ? whole : whole.substring(0, LONGEST_DETAIL) + "…";
    }
}
