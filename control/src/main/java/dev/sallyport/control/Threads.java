package dev.sallyport.control;

import java.time.Duration;

/** Threads that never keep the process alive. */
final class Threads {

    private Threads() {}

    static Thread daemon(String name, Runnable run) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for a thread's end, but no longer than this. */
    static void await(Thread thread, Duration most) {
        try {
            thread.join(Math.max(1, most.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void start(String name, Runnable run) {
        daemon(name, run).start();
    }
}
