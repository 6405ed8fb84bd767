package dev.sallyport.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this program was started, to start it again for another part. */
final class ThisProgram {

    private ThisProgram() {}

    /** Returns the shell's text that runs a command with the same Java, its options and classes. */
    static String command(String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Stream<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"));
        Stream<String> classes = Stream.of("-cp", System.getProperty("java.class.path"), Sallyport.class.getName());
        return Stream.of(Stream.of(java.toString()), options, classes, Stream.of(arguments))
                .flatMap(words -> words)
                .map(ThisProgram::quoted)
                .collect(Collectors.joining(" "));
    }

    /** One word to the shell, whatever it holds. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
