package dev.sallyport.control.bus;

import dev.sallyport.control.Alarm;
import dev.sallyport.control.bus.Frame.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The stream out of a {@link Link}: bytes are gathered into numbered pieces, and a piece is kept until the other end
 * has heard it. Thread-safe; a writer waits where too much is unheard.
 */
final class Sending extends OutputStream {

    /** What becomes of a piece. */
    interface Wire {
        void carry(Kind kind, long number, byte[] bytes);
    }

    private record Piece(Kind kind, long number, byte[] bytes) {}

    private final Wire wire;
    private final Alarm alarm;
    private final Pace pace;
    private final Deque<Piece> unheard = new ArrayDeque<>();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private Optional<String> failed = Optional.empty();
    private boolean resting;
    private boolean closed;
    private boolean met;
    private long last;

    Sending(Wire wire, Alarm alarm, Pace pace) {
        this.wire = wire;
        this.alarm = alarm;
        this.pace = pace;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; ) {
            requireWhole();
            int fits = Math.min(pace.piece() - gathered.size(), from + length - at);
            gathered.write(bytes, at, fits);
            at += fits;
            if (gathered.size() == pace.piece()) {
                awaitRoom();
                cut();
            }
        }
    }

    /** Sends what is gathered, now or when the rest is over. */
    @Override
    public synchronized void flush() throws IOException {
        requireWhole();
        if (!resting) {
            cut();
            rest();
        }
    }

    /** Sends the stream's end, and waits a while for it to be heard, if the other end ever heard anything. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed && failed.isEmpty()) {
            closed = true;
            cut();
            send(Kind.END, new byte[0]);
            if (met) {
                awaitHeard();
            }
        }
    }

    /** The other end has heard everything up to this number. */
    synchronized void heard(long number) {
        met = true;
        while (!unheard.isEmpty() && unheard.getFirst().number <= number) {
            unheard.removeFirst();
        }
        notifyAll();
    }

    /** Returns the number of the oldest piece that was not heard of; 0 where there is none. */
    synchronized long oldest() {
        return unheard.isEmpty() ? 0 : unheard.getFirst().number;
    }

    /** Sends again whatever was not heard of; returns how many pieces those are. */
    synchronized int again() {
        unheard.forEach(this::carry);
        return unheard.size();
    }

    /** Refuses whatever is still to be written. */
    synchronized void fail(String why) {
        failed = failed.or(() -> Optional.of(why));
        unheard.clear();
        notifyAll();
    }

    private void rest() {
        resting = true;
        alarm.after(pace.rest(), this::rested);
    }

    private synchronized void rested() {
        resting = false;
        if (gathered.size() > 0 && failed.isEmpty()) {
            cut();
            rest();
        }
    }

    private void cut() {
        if (gathered.size() > 0) {
            send(Kind.PIECE, gathered.toByteArray());
            gathered.reset();
        }
    }

    private void send(Kind kind, byte[] bytes) {
        last++;
        Piece piece = new Piece(kind, last, bytes);
        unheard.addLast(piece);
        carry(piece);
    }

    private void carry(Piece piece) {
        wire.carry(piece.kind, piece.number, piece.bytes);
    }

    private void requireWhole() throws IOException {
        if (failed.isPresent()) {
            throw new IOException(failed.get());
        }
    }

    private void awaitRoom() throws IOException {
        while (unheard.size() >= pace.window() && failed.isEmpty()) {
            await(0);
        }
        requireWhole();
    }

    private void awaitHeard() throws IOException {
        long end = System.nanoTime() + pace.parting().toNanos();
        long left = end - System.nanoTime();
        while (!unheard.isEmpty() && left > 0) {
            await(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = end - System.nanoTime();
        }
    }

    private void await(long millis) throws IOException {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the other end", e);
        }
    }
}
