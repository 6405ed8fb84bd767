package dev.sallyport.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A line that keeps what is sent over it, for tests of one end alone. */
public final class RecordingLine implements Line {

    private final List<byte[]> sent = new ArrayList<>();
    private boolean closed;

    /** Returns what was sent, segment by segment. */
    public List<byte[]> sent() {
        return sent;
    }

    /** Returns what was sent, as Latin-1 text. */
    public String text() {
        StringBuilder all = new StringBuilder();
        sent.forEach(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    /** Tells whether it was closed. */
    public boolean closed() {
        return closed;
    }

    @Override
    public void send(byte[] bytes) {
        if (closed) {
            throw new AssertionError("sent after the close: " + new String(bytes, StandardCharsets.ISO_8859_1));
        }
        sent.add(bytes);
    }

    @Override
    public void startTls(Runnable done) {
        throw new AssertionError("nothing here starts TLS");
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        return () -> {};
    }

    @Override
    public <M> void dial(
            String name,
            int port,
            Supplier<Codec<M>> codecs,
            Function<Setting, List<Step<M>>> ladder,
            Consumer<Ending> ended) {
        throw new AssertionError("nothing here dials");
    }
}
