package dev.sallyport.control;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that we started for an agent: what it says on standard error, how it ended, and its end where it lingers. */
final class Child {

    private static final Duration DYING = Duration.ofSeconds(2);

    private final Process process;
    private final CountDownLatch silent = new CountDownLatch(1);

    /**
     * Listens to its standard error.
     *
     * @param said told each line
     */
    Child(String name, Process process, Consumer<String> said) {
        this.process = process;
        Threads.start(name, () -> listen(process.getErrorStream(), said));
    }

    private void listen(InputStream errors, Consumer<String> said) {
        try (errors) {
            Lines lines = new Lines(errors, () -> {});
            for (Optional<String> line = lines.read(); line.isPresent(); line = lines.read()) {
                said.accept(line.get());
            }
        } catch (IOException e) {
            said.accept("its standard error could not be read: " + e.getMessage());
        } finally {
            silent.countDown();
        }
    }

    /** Returns how it ended, waiting a little for it, and for its last words; empty while it goes on. */
    Optional<String> ending() {
        boolean ended = waited(DYING);
        if (ended) {
            awaitSilence();
        }
        return ended ? Optional.of("ended with status " + process.exitValue()) : Optional.empty();
    }

    /** Waits for it to end by itself, then ends it and whatever it started: first with a request, then without. */
    void end(Duration patience) {
        Set<ProcessHandle> family = new LinkedHashSet<>(List.of(process.toHandle()));
        process.descendants().forEach(family::add);
        waited(patience);
        process.descendants().forEach(family::add);
        family.forEach(ProcessHandle::destroy);
        waited(DYING);
        family.forEach(ProcessHandle::destroyForcibly);
        waited(DYING);
        awaitSilence();
    }

    /** Lets the last words arrive; a grandchild may hold standard error open for ever. */
    private void awaitSilence() {
        try {
            silent.await(DYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waited(Duration most) {
        try {
            return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
