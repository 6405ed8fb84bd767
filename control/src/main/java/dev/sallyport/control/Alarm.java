package dev.sallyport.control;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What calls back later; a test turns its hands itself. */
@FunctionalInterface
public interface Alarm {

    /** Runs the action after the delay, unless what is returned is run before. */
    Runnable after(Duration delay, Runnable action);

    /** Returns an alarm of this process: one daemon thread, however many are waiting. */
    static Alarm daemon() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, run -> Threads.daemon("alarm", run));
        timer.setRemoveOnCancelPolicy(true);
        return (delay, action) -> {
            ScheduledFuture<?> waiting = timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> waiting.cancel(false);
        };
    }
}
