package dev.sallyport.transport;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action after a time, on an event loop that may itself be late.
 *
 * <p>A process that was starved or suspended finds all its deadlines past while the answers still wait in the kernel; it
 * would take its own sleep for the network's silence. So a deadline that comes late gives what has arrived as long again
 * as it was late, a few times.
 */
final class Deadline {

    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int EXTENSIONS = 5;

    private final EventExecutor loop;
    private final Runnable action;
    private int extensions = EXTENSIONS;
    private Future<?> timer;

    private Deadline(EventExecutor loop, Runnable action) {
        this.loop = loop;
        this.action = action;
    }

    /** Schedules the action; returns its cancellation. Both belong to the loop's thread. */
    static Runnable after(EventExecutor loop, Duration delay, Runnable action) {
        Deadline deadline = new Deadline(loop, action);
        deadline.schedule(delay.toNanos());
        return () -> deadline.timer.cancel(false);
    }

    private void schedule(long nanos) {
        long due = System.nanoTime() + nanos;
        timer = loop.schedule(() -> reached(System.nanoTime() - due), nanos, TimeUnit.NANOSECONDS);
    }

    private void reached(long late) {
        if (late > LATE_NANOS && extensions-- > 0) {
            schedule(late);
        } else {
            action.run();
        }
    }
}
