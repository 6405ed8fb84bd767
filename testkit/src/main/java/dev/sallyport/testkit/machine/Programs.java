package dev.sallyport.testkit.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs on the PATH, and where system programs live when an ordinary PATH leaves those places out. */
public final class Programs {
    private Programs() {}

    /** Returns where a program is, if it is anywhere. */
    public static Optional<Path> find(String name) {
        return places().map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns the program's path, or its bare name where it is not found, so that starting it names what is missing. */
    public static String path(String name) {
        return find(name).map(Path::toString).orElse(name);
    }

    private static Stream<String> places() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<String> usual = Stream.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)).filter(place -> !place.isEmpty()), usual);
    }
}
