package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Who has come to a host's endpoints, the latest fifty thousand of them. Thread-safe. */
final class Arrivals {

    private static final int MOST = 50_000;

    private final Deque<Arrival> all = new ArrayDeque<>();

    synchronized void add(Arrival arrival) {
        if (all.size() == MOST) {
            all.removeFirst();
        }
        all.addLast(arrival);
    }

    synchronized List<Contact> contacts() {
        return all.stream().map(Arrival::contact).toList();
    }

    /** Tells whether every connection that came has ended. */
    synchronized boolean settled() {
        return all.stream().allMatch(Arrival::over);
    }

    synchronized void clear() {
        all.clear();
    }
}
