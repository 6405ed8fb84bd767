package dev.sallyport.control;

import java.time.Duration;

/** How long an agent stays armed while its controller says nothing. Thread-safe. */
final class Lease {

    private final Duration length;
    private final Alarm alarm;
    private final Runnable ranOut;
    private Runnable cancel = () -> {};
    private boolean over;

    /** Prepares a lease, which begins with its first renewal; {@code ranOut} is run at most once. */
    Lease(Duration length, Alarm alarm, Runnable ranOut) {
        this.length = length;
        this.alarm = alarm;
        this.ranOut = ranOut;
    }

    /** Lets it begin anew. */
    synchronized void renew() {
        if (!over) {
            cancel.run();
            cancel = alarm.after(length, ranOut);
        }
    }

    /** Gives it up: it never runs out. */
    synchronized void end() {
        over = true;
        cancel.run();
    }
}
