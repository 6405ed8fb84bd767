package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Hold;
import dev.sallyport.lab.Vocabulary;
import dev.sallyport.yaml.Problem;
import dev.sallyport.yaml.Problems;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {
    private static final String EXPECT = "# expect ";
    private static final Vocabulary WORDS =
            new Vocabulary(Set.of("edge", "public-im-partner"), Set.of("PIC-01", "PIC-02", "FED-01"), Map.of());

    private final Problems problems = new Problems();

    static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(resource("bad"))) {
            return files.sorted().toList();
        }
    }

    /** Every file in {@code bad/} says in its first lines which problems it has, and has no others. */
    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhatTheFileExpects(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> expected = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> name + ":" + line.substring(EXPECT.length()))
                .toList();
        assertThat(ScenarioFile.parse(name, Files.readString(file), WORDS, problems))
                .isEmpty();
        assertThat(problems.list()).extracting(Problem::toString).containsExactlyElementsOf(expected);
    }

    @Test
    void fileWithFiveMistakesNamesAllFive() {
        assertThat(ScenarioFile.read(resource("five-mistakes.yaml"), WORDS, problems))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::key)
                .containsExactly("scenaro", "rows[0]", "roles[0]", "deny.undocumented", "hold.for");
    }

    @Test
    void everythingOfTheFileIsInTheScenario() {
        assertThat(ScenarioFile.read(resource("fabrikam.yaml"), WORDS, problems))
                .contains(new Scenario(
                        "fabrikam-audit",
                        "What the auditors ask for",
                        List.of("PIC", "FED-01"),
                        List.of("edge", "public-im-partner"),
                        Undocumented.EVERY,
                        MediaPorts.EVERY,
                        Optional.of(new Hold(Duration.ofSeconds(10), 65_536)),
                        Optional.of(Duration.ofMinutes(5)),
                        new Bounds(
                                Optional.of(0.005),
                                Optional.of(Duration.ofMillis(150)),
                                Optional.of(Duration.ofMillis(30)))));
    }

    @Test
    void leftOutMeansEveryRowItsNeighboursAndASample() {
        Scenario small =
                ScenarioFile.parse("s.yaml", "scenario: small", WORDS, problems).orElseThrow();
        assertThat(small)
                .isEqualTo(new Scenario(
                        "small",
                        "",
                        List.of(),
                        List.of(),
                        Undocumented.NEIGHBOURS,
                        MediaPorts.SAMPLE,
                        Optional.empty(),
                        Optional.empty(),
                        Bounds.none()));
        assertThat(small.includesRow("SRV-03")).isTrue();
        assertThat(small.includesRoles("front-end", "edge")).isTrue();
    }

    @Test
    void rowsAreMeantByTheirIdOrTheirDocument() {
        Scenario scenario =
                ScenarioFile.read(resource("fabrikam.yaml"), WORDS, problems).orElseThrow();
        assertThat(List.of("PIC-01", "PIC-02", "FED-01")).allMatch(scenario::includesRow);
        assertThat(List.of("FED-02", "SRV-01", "PICT-01")).noneMatch(scenario::includesRow);
    }

    @Test
    void rolesNarrowToFlowsAmongThem() {
        Scenario scenario =
                ScenarioFile.read(resource("fabrikam.yaml"), WORDS, problems).orElseThrow();
        assertThat(scenario.includesRoles("public-im-partner", "edge")).isTrue();
        assertThat(scenario.includesRoles("remote-client", "edge")).isFalse();
    }

    private static Path resource(String name) {
        try {
            return Path.of(ScenarioFileTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
