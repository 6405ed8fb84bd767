package dev.sallyport.testkit.verdicts;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The demo's process, and all that it starts. */
final class DemoProcess implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;
    private final Set<ProcessHandle> started = new LinkedHashSet<>();

    private DemoProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static DemoProcess start(Path folder, String... command) {
        return start(folder, SallyportCommand.words(command));
    }

    static DemoProcess startAsOrdinaryUser(Path folder, String... command) {
        return start(folder, OrdinaryUser.running(folder, SallyportCommand.words(command)));
    }

    private static DemoProcess start(Path folder, List<String> words) {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new DemoProcess(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for words among what it says on the way. */
    void awaitLine(String words) {
        await().atMost(Duration.ofSeconds(120)).until(() -> {
            look();
            return text(err).contains(words) || !process.isAlive();
        });
    }

    /** Waits for its end. */
    int status() {
        await().atMost(Duration.ofSeconds(200)).until(() -> {
            look();
            return !process.isAlive();
        });
        return process.exitValue();
    }

    private void look() {
        process.descendants().forEach(started::add);
    }

    /** Returns every process that was seen among its descendants. */
    List<ProcessHandle> started() {
        return new ArrayList<>(started);
    }

    void interrupt() {
        look();
        process.destroy();
    }

    void kill() {
        look();
        process.destroyForcibly();
    }

    String said() {
        return text(out) + text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
