package dev.sallyport.testkit.inspection;

import dev.sallyport.testkit.peer.PeerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that names flows by their bytes. Each flow is given to a process of its own, which remembers no other. */
interface Engine {

    /** Returns what it is and its version, as it says itself. */
    String version(Path directory);

    /** Returns its name for the one flow of a capture file. */
    String nameOf(Path capture);

    /** Runs a program to its end in a home of its own, and returns what it wrote if its exit status is one of these. */
    static String output(Path directory, List<String> words, Integer... exits) {
        String home = directory.toString();
        try (PeerProcess program =
                PeerProcess.start(directory, Map.of("HOME", home, "XDG_CONFIG_HOME", home, "LC_ALL", "C"), words)) {
            int exit = program.awaitEnd(Duration.ofSeconds(60));
            if (!List.of(exits).contains(exit)) {
                throw new IllegalStateException(words.stream().collect(Collectors.joining(" ", "'", "'"))
                        + " ended with " + exit + ", saying: " + program.output());
            }
            return program.output();
        }
    }
}
