package dev.sallyport.testkit.bus;

import dev.sallyport.testkit.verdicts.SallyportCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product's command as a process of its own, and what it has said so far on both of its outputs. */
final class StartedCommand implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofSeconds(90);

    private final Process process;
    private final Thread reader;
    private final List<String> said = new ArrayList<>();
    private int awaited;

    private StartedCommand(Process process) {
        this.process = process;
        reader = new Thread(this::listen, "what " + process.pid() + " says");
        reader.setDaemon(true);
        reader.start();
    }

    static StartedCommand start(String... words) {
        try {
            return new StartedCommand(new ProcessBuilder(SallyportCommand.words(words))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            hear("(no longer heard: " + e.getMessage() + ")");
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
        notifyAll();
    }

    /** Waits for a line that matches, after the last one that was waited for. */
    synchronized StartedCommand await(String regex) {
        long end = System.nanoTime() + PATIENT.toNanos();
        while (true) {
            while (awaited < said.size()) {
                awaited++;
                if (said.get(awaited - 1).matches(regex)) {
                    return this;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || !process.isAlive() && !reader.isAlive()) {
                throw new AssertionError("nothing like '" + regex + "' was said, but:\n" + String.join("\n", said));
            }
            pause(Math.min(left, 100));
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    synchronized String said() {
        return String.join("\n", said);
    }

    /** Waits for its end and returns its exit status. */
    int end() {
        try {
            if (!process.waitFor(PATIENT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it goes on after " + PATIENT.toSeconds() + " s:\n" + said());
            }
            reader.join(PATIENT.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it without a chance to say goodbye. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    /** Asks it to end, as a service's supervisor does. */
    void ask() {
        process.destroy();
    }

    @Override
    public void close() {
        kill();
    }
}
