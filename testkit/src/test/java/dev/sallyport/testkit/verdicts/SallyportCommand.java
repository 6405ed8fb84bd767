package dev.sallyport.testkit.verdicts;

import dev.sallyport.cli.Sallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The product's own command as a user would start it, in a JVM that starts quickly and stays small. */
public final class SallyportCommand {

    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx128m");

    private SallyportCommand() {}

    /** The words that run a command on this test's class path. */
    public static List<String> words(String... command) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> how = List.of("-cp", System.getProperty("java.class.path"), Sallyport.class.getName());
        return Stream.of(Stream.of(java.toString()), JVM.stream(), how.stream(), Stream.of(command))
                .flatMap(words -> words)
                .toList();
    }

    /** What the command says it is when it introduces itself to a controller. */
    public static String tool() {
        String version = Optional.ofNullable(Sallyport.class.getPackage().getImplementationVersion())
                .orElse("development");
        return "sallyport " + version.replace("-SNAPSHOT", "");
    }
}
