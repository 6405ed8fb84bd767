package dev.sallyport.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How late the event loops ran of late: a process that is starved answers late and hears late, and what either end then
 * takes for the network's doing is its own. Thread-safe.
 */
final class Lateness {

    /** From here on, deadlines of a few seconds may have passed for want of a processor. */
    private static final long TELLING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int MOST = 1_000;

    /** Shorter ones are a timer's own. */
    private static final long HITCH_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private record Standstill(long began, long ended) {}

    private final Deque<Standstill> standstills = new ArrayDeque<>();
    private final Deque<Standstill> hitches = new ArrayDeque<>();

    void watch(EventLoopGroup loops) {
        for (EventExecutor loop : loops) {
            expect(loop);
        }
    }

    private void expect(EventExecutor loop) {
        long due = System.nanoTime() + EVERY_NANOS;
        loop.schedule(
                () -> {
                    note(due, System.nanoTime());
                    if (!loop.isShuttingDown()) {
                        expect(loop);
                    }
                },
                EVERY_NANOS,
                TimeUnit.NANOSECONDS);
    }

    /** Notes that a loop that was due at one time ran at another. */
    synchronized void note(long due, long now) {
        if (now - due >= TELLING_NANOS) {
            keep(standstills, new Standstill(due, now));
        }
        if (now - due >= HITCH_NANOS) {
            keep(hitches, new Standstill(due, now));
        }
    }

    private static void keep(Deque<Standstill> kept, Standstill standstill) {
        kept.addLast(standstill);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /** Returns the longest delay since an instant, in milliseconds, also one too short to end anything; 0 if none. */
    synchronized double hitch(long began) {
        return hitches.stream()
                .filter(hitch -> hitch.ended >= began)
                .mapToDouble(hitch -> (hitch.ended - hitch.began) / 1_000_000.0)
                .max()
                .orElse(0);
    }

    /** Returns the longest standstill that touched the time since an instant of {@link System#nanoTime}; zero if none. */
    synchronized Duration since(long began) {
        return standstills.stream()
                .filter(standstill -> standstill.ended >= began)
                .map(standstill -> Duration.ofNanos(standstill.ended - standstill.began))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
