package dev.sallyport.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of the kernel's modules is at work; a rule can ask for some by itself, for others only root can. */
final class KernelModules {

    private static final Path LOADED = Path.of("/proc/modules");
    private static final Path BUILT_IN = Path.of("/lib/modules", System.getProperty("os.version"), "modules.builtin");

    private KernelModules() {}

    /** Tells whether a module is at work, loading it where we may. */
    static boolean has(String module) {
        boolean without = !Files.exists(LOADED);
        return without
                || contains(LOADED, line -> line.startsWith(module + " "))
                || contains(BUILT_IN, line -> line.endsWith("/" + module + ".ko"))
                || loads(module);
    }

    private static boolean contains(Path file, Predicate<String> line) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean loads(String module) {
        try {
            String words = "PATH=\"$PATH:/usr/sbin:/sbin\" exec modprobe -q " + module;
            return Programs.started(List.of("sh", "-c", words)).waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
