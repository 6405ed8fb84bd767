package dev.sallyport.control.bus;

import dev.sallyport.control.bus.Frame.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The stream into a {@link Link}: pieces are taken in their order, each once; what comes too early will come again.
 * Thread-safe; a reader waits for more.
 */
final class Hearing extends InputStream {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private Optional<String> failed = Optional.empty();
    private byte[] current = new byte[0];
    private int next;
    private long last;
    private boolean ended;

    /** Takes a piece, if it is the one that is due; returns how far the stream has been heard. */
    synchronized long take(Kind kind, long number, byte[] bytes) {
        if (number == last + 1 && !ended) {
            last = number;
            ended = kind == Kind.END;
            pieces.addLast(bytes);
            notifyAll();
        }
        return last;
    }

    /** Returns how far the stream has been heard. */
    synchronized long last() {
        return last;
    }

    /** Fails the reader once it has read what came before. */
    synchronized void fail(String why) {
        failed = failed.or(() -> Optional.of(why));
        notifyAll();
    }

    @Override
    public synchronized int read() throws IOException {
        return await() ? current[next++] & 0xff : -1;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!await()) {
            return -1;
        }
        int some = Math.min(length, current.length - next);
        System.arraycopy(current, next, into, from, some);
        next += some;
        return some;
    }

    /** Waits for bytes; there are none at the stream's end. */
    private boolean await() throws IOException {
        while (next == current.length) {
            if (!pieces.isEmpty()) {
                current = pieces.removeFirst();
                next = 0;
            } else if (ended) {
                return false;
            } else if (failed.isPresent()) {
                throw new IOException(failed.get());
            } else {
                pause();
            }
        }
        return true;
    }

    private void pause() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the other end", e);
        }
    }
}
