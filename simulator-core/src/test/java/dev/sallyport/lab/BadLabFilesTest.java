package dev.sallyport.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.Problem;
import dev.sallyport.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code bad/} says in its first lines, {@code # expect …}, which problems it has, and has no others. */
class BadLabFilesTest {
    private static final String EXPECT = "# expect ";
    private static final String CATALOG = "lync-server-2013";
    private static final Vocabulary WORDS = new Vocabulary(
            Set.of("front-end", "edge", "remote-client"),
            Set.of("SRV-01", "PIC-04", "CLI-07"),
            Map.of("PIC-04", Set.of("source", "destination")));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(resource("bad"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatTheFileExpects(Path file) throws IOException {
        Problems problems = new Problems();
        assertThat(LabFile.parse(name(file), Files.readString(file), BadLabFilesTest::vocabulary, problems))
                .isEmpty();
        assertThat(problems.list()).extracting(Problem::toString).containsExactlyElementsOf(expected(file));
    }

    @Test
    void fileWithFiveMistakesNamesAllFive() throws IOException {
        Problems problems = new Problems();
        Path file = resource("five-mistakes.yaml");
        LabFile.parse("five.yaml", Files.readString(file), BadLabFilesTest::vocabulary, problems);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "five.yaml:2: domian: no key 'domian' (keys: lab, domain, catalog, zones, hosts, firewalls,"
                                + " permit, ignore, optional, exclude, ports, readings, sources);"
                                + " did you mean 'domain'?",
                        "five.yaml:5: hosts.fe1.zone: no zone 'intrnal' (zones: internal, internet);"
                                + " did you mean 'internal'?",
                        "five.yaml:6: hosts.fe2.roles[0]: no role 'front-ned' (roles: edge, front-end, remote-client);"
                                + " did you mean 'front-end'?",
                        "five.yaml:6: hosts.fe2.address: '10.1.0.300' is not an IP address;"
                                + " write 10.1.0.10 or \"fd00:1::11\", not a name",
                        "five.yaml:7: hosts.client1.polo: no key 'polo' (keys: fqdn, pool, roles, addresses, zone,"
                                + " address, public); did you mean 'pool'?");
    }

    private static Vocabulary vocabulary(String catalog) {
        if (!catalog.equals(CATALOG)) {
            throw new IllegalArgumentException(DidYouMean.unknown("catalog", catalog, List.of(CATALOG)));
        }
        return WORDS;
    }

    private static List<String> expected(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> name(file) + ":" + line.substring(EXPECT.length()))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Path resource(String name) {
        try {
            return Path.of(BadLabFilesTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
