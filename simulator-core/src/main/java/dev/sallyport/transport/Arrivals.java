package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Who has come to a host's endpoints, the latest fifty thousand of them. Thread-safe. */
final class Arrivals {

    private static final int MOST = 50_000;

    /** Someone who has come. */
    interface Arrived {

        /** Returns what this host saw of him so far. */
        Contact contact();

        /** Tells whether he has gone. */
        boolean over();
    }

    private final Deque<Arrived> all = new ArrayDeque<>();

    synchronized void add(Arrived arrival) {
        if (all.size() == MOST) {
            all.removeFirst();
        }
        all.addLast(arrival);
    }

    synchronized List<Contact> contacts() {
        return all.stream().map(Arrived::contact).toList();
    }

    /** Tells whether every connection that came has ended. */
    synchronized boolean settled() {
        return all.stream().allMatch(Arrived::over);
    }

    synchronized void clear() {
        all.clear();
    }
}
