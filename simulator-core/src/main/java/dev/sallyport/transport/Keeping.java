package dev.sallyport.transport;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of what passes are kept by all connections of a process, at most. Thread-safe. */
final class Keeping {

    private static final long MOST = 16L << 20;

    private final AtomicLong left = new AtomicLong(MOST);

    /** Takes room for that many bytes; tells whether there was any. */
    boolean take(int bytes) {
        return left.getAndUpdate(room -> room < bytes ? room : room - bytes) >= bytes;
    }

    /** Gives all room back, for what was kept has been told. */
    void begin() {
        left.set(MOST);
    }
}
