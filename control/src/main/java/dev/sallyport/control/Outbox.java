package dev.sallyport.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Messages on their way out, written by a thread of their own: whoever sends never waits for the other end to read, so
 * that two ends that write at the same time cannot lock each other up. Thread-safe.
 */
final class Outbox {

    private final OutputStream out;
    private final Consumer<IOException> failed;
    private final BlockingQueue<Optional<Envelope>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;

    /**
     * Starts writing.
     *
     * @param failed told once when the other end no longer takes anything
     */
    Outbox(String name, OutputStream out, Consumer<IOException> failed) {
        this.out = out;
        this.failed = failed;
        writer = Threads.daemon(name, this::write);
        writer.start();
    }

    void send(Envelope envelope) {
        waiting.add(Optional.of(envelope));
    }

    /** Closes the stream once everything sent so far is written. */
    void end() {
        waiting.add(Optional.empty());
    }

    /** Waits until the stream is closed, but no longer than this. */
    void awaitEnd(Duration most) {
        Threads.await(writer, most);
    }

    private void write() {
        try (out) {
            // Ends whatever a login shell or the like may have left unfinished on this line.
            out.write('\n');
            Optional<Envelope> next = waiting.take();
            while (next.isPresent()) {
                out.write((next.get().line() + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                next = waiting.take();
            }
        } catch (IOException e) {
            failed.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
