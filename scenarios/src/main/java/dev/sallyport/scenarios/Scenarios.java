package dev.sallyport.scenarios;

import dev.sallyport.lab.Vocabulary;
import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the scenario that a command names: a built-in one, or a file. */
public final class Scenarios {
    /** The scenario of a command that names none. */
    public static final String DEFAULT = "documented-ports";

    private static final List<String> BUILT_IN = List.of(
            DEFAULT,
            "public-im",
            "sip-federation",
            "xmpp-federation",
            "internal-servers",
            "load-balancers",
            "clients",
            "alg",
            "idle-timeouts");

    private Scenarios() {}

    /** Returns the names of the built-in scenarios, the default first. */
    public static List<String> builtIn() {
        return BUILT_IN;
    }

    /** Returns the scenario of that name or file, whatever rows and roles it names. */
    public static Scenario named(String nameOrFile) {
        return named(nameOrFile, Vocabulary.any());
    }

    /**
     * Returns the scenario of that name or file. A built-in name wins; a file of the same name is reached as
     * {@code ./name}.
     *
     * @throws dev.sallyport.yaml.InvalidFileException with every problem of the file
     * @throws IllegalArgumentException if there is neither
     */
    public static Scenario named(String nameOrFile, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Optional<Scenario> scenario = find(nameOrFile, vocabulary, problems);
        problems.throwIfAny();
        return scenario.orElseThrow();
    }

    private static Optional<Scenario> find(String nameOrFile, Vocabulary vocabulary, Problems problems) {
        if (BUILT_IN.contains(nameOrFile)) {
            return ScenarioFile.parse(nameOrFile + ".yaml", resource(nameOrFile), vocabulary, problems);
        }
        Path file = Path.of(nameOrFile);
        boolean looksLikeFile = file.getNameCount() > 1 || nameOrFile.matches(".*\\.ya?ml");
        if (looksLikeFile || Files.exists(file)) {
            return ScenarioFile.read(file, vocabulary, problems);
        }
        throw new IllegalArgumentException("no scenario '" + nameOrFile + "': neither built in ("
                + String.join(", ", BUILT_IN) + ") nor a file" + DidYouMean.suggestion(nameOrFile, BUILT_IN));
    }

    private static String resource(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream(name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
