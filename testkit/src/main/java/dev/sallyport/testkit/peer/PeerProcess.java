package dev.sallyport.testkit.peer;

import dev.sallyport.testkit.machine.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A foreign program that runs beside a test, in a directory of its own; what it writes is kept for the test to tell. */
public final class PeerProcess implements AutoCloseable {
    private static final Duration PARTING = Duration.ofSeconds(10);

    private final List<String> words;
    private final Path output;
    private final Process process;

    private PeerProcess(List<String> words, Path output, Process process) {
        this.words = words;
        this.output = output;
        this.process = process;
    }

    /**
     * Starts a program with nothing on its standard input.
     *
     * @param directory where it runs, and where {@code output.txt} gets what it writes to both of its outputs
     * @param environment variables beside those of this process
     * @param words the program's name and arguments
     */
    public static PeerProcess start(Path directory, Map<String, String> environment, List<String> words) {
        return start(directory, environment, words, "");
    }

    /** Starts a program likewise, with a little text on its standard input and then its end. */
    public static PeerProcess start(Path directory, Map<String, String> environment, List<String> words, String input) {
        List<String> command = new ArrayList<>(words);
        command.set(0, Programs.path(words.get(0)));
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            hand(process, input);
            return new PeerProcess(List.copyOf(words), output, process);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not start '" + String.join(" ", words) + "'", failure);
        }
    }

    /** One that has ended at once has read nothing, which its output tells better. */
    private static void hand(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // The test looks at what it wrote.
        }
    }

    /** Tells whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Returns what it has written so far. */
    public String output() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read what '" + words.get(0) + "' wrote", failure);
        }
    }

    /**
     * Awaits its end and returns its exit status.
     *
     * @throws IllegalStateException if it still runs after that time; {@link #close} ends it then
     */
    public int awaitEnd(Duration patience) {
        if (!ended(patience)) {
            throw new IllegalStateException("'" + String.join(" ", words) + "' still runs after " + patience.toSeconds()
                    + " s; it wrote: " + output());
        }
        return process.exitValue();
    }

    /** Ends it and whatever it started, by their process ids. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ended(PARTING);
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while '" + words.get(0) + "' ran", interrupted);
        }
    }
}
