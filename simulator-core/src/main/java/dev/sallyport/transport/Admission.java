package dev.sallyport.transport;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lets a bounded number of attempts open at a time; the others wait in order. Thread-safe. */
final class Admission {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Admission(int places) {
        free = places;
    }

    /** Runs the attempt when a place is free; it must {@link #leave} once, whatever happens. */
    void enter(Runnable attempt) {
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(attempt);
                return;
            }
            free--;
        }
        attempt.run();
    }

    /** Gives the place to the next in line. */
    void leave() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
