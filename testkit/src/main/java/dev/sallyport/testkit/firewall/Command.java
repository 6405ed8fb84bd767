package dev.sallyport.testkit.firewall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A command run to its end, with text for its standard input. */
record Command(List<String> words, String input, Duration timeout) {
    private static final Duration SYSTEM = Duration.ofSeconds(20);

    /** A command of the system that this package needs, such as {@code ip} or {@code nft}. */
    static Command system(String input, String... words) {
        return new Command(List.of(words), input, SYSTEM);
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if it cannot be started, or has not ended in time (it is killed then)
     */
    CommandResult run() {
        Process process = started();
        try {
            return finished(process);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + this, interrupted);
        } finally {
            kill(process);
        }
    }

    /** Runs it, and refuses every exit status but 0. */
    CommandResult succeed(String purpose) {
        CommandResult result = run();
        if (result.exit() != 0) {
            throw new IllegalStateException("could not " + purpose + ": " + this + " ended with " + result.exit()
                    + ", saying: " + result.err().strip());
        }
        return result;
    }

    /** Kills a process and everything it started. */
    static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "'" + String.join(" ", words) + "'";
    }

    private Process started() {
        try {
            return new ProcessBuilder(words).start();
        } catch (IOException failure) {
            throw new IllegalStateException("could not start " + this + ": " + failure.getMessage(), failure);
        }
    }

    private CommandResult finished(Process process) throws InterruptedException {
        FutureTask<String> out = reading(process.getInputStream());
        FutureTask<String> err = reading(process.getErrorStream());
        write(process);
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            kill(process);
            throw new IllegalStateException(this + " did not end within " + timeout.toMillis()
                    + " ms and was killed; it wrote: " + text(out) + text(err));
        }
        return new CommandResult(process.exitValue(), text(out), text(err));
    }

    private void write(Process process) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // It ended without reading everything: its exit status and its words tell why.
        }
    }

    private static FutureTask<String> reading(InputStream stream) {
        FutureTask<String> task = new FutureTask<>(() -> new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        Thread reader = new Thread(task, "command-output");
        reader.setDaemon(true);
        reader.start();
        return task;
    }

    private static String text(FutureTask<String> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw new UncheckedIOException("could not read a command's output", new IOException(failure.getCause()));
        }
    }
}
