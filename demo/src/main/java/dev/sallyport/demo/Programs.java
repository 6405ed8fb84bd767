package dev.sallyport.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs of Linux that make the site; an ordinary user's path often leaves out where they lie. */
final class Programs {

    private static final String BEYOND = "/usr/sbin" + File.pathSeparator + "/sbin";

    private Programs() {}

    /** Refuses a machine without one of them, and says what to install. */
    static void require() {
        Map<String, String> packages = new LinkedHashMap<>();
        packages.put("unshare", "util-linux");
        packages.put("nsenter", "util-linux");
        packages.put("ip", "iproute2");
        packages.put("nft", "nftables");
        List<String> missing =
                packages.keySet().stream().filter(program -> !isThere(program)).toList();
        if (!missing.isEmpty()) {
            String debian = missing.stream().map(packages::get).distinct().collect(Collectors.joining(" "));
            throw new NoSiteException("the demo's site is made of Linux network namespaces, by programs of which "
                    + String.join(", ", missing) + " " + (missing.size() == 1 ? "is" : "are")
                    + " missing here; install (Debian: apt install " + debian + ")");
        }
    }

    private static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + BEYOND;
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Starts a program, with pipes. */
    static Process started(List<String> words) {
        try {
            return new ProcessBuilder(words).start();
        } catch (IOException e) {
            throw new NoSiteException("the demo could not start " + words.get(0) + ": " + e.getMessage());
        }
    }
}
