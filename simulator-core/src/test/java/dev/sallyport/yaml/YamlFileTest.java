package dev.sallyport.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1~  b: 2 | f.yaml:2: not YAML: mapping values are not allowed here",
                "a: 1~\tb: 2 | f.yaml:2: not YAML: found character '\\t(TAB)' that cannot start any token;"
                        + " indent with spaces",
                "a: @x | f.yaml:1: not YAML: found character '@' that cannot start any token; put the value in quotes",
                "a: { b: ::1, c: fd00:1::11 } | f.yaml:1: not YAML: expected the node content, but found ':';"
                        + " quote it: an IPv6 address within { } or [ ] is written \"::1\"",
                "a: 1~b: \u0001 c | f.yaml:2: not YAML: the character U+0001 cannot stand in a file",
                "a: *x | f.yaml:1: not YAML: found undefined alias x",
                "- 1 | f.yaml:1: expected a map, found a list",
                "`` | f.yaml: the file is empty; expected a map of keys",
            })
    void whatIsNotYamlNamesLineAndRemedy(String text, String expected) {
        assertThat(YamlFile.parse("f.yaml", text.replace('~', '\n'), problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1~---~b: 1 | f.yaml:3: a second document begins here; expected one a file",
                "a: !secret x | f.yaml:1: a: the tag !secret has no meaning here; leave it out",
                "[a]: 1 | f.yaml:1: a key must be text; a list or a map cannot be one",
            })
    void whatNoFileMayContainIsReportedBesideTheRest(String text, String expected) {
        assertThat(YamlFile.parse("f.yaml", text.replace('~', '\n'), problems)).isPresent();
        assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
    }

    @Test
    void addressThatYamlTakesForAMapAsksForQuotes() {
        YamlFile.parse("f.yaml", "a: [fd00::]", problems)
                .orElseThrow()
                .list("a")
                .forEach(YamlValue::text);
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("expected text, found a map;"
                        + " quote it: an IPv6 address within { } or [ ] is written \"fd00::\"");
    }

    @Test
    void fileWithinItselfIsReadOnlyAsFarAsAsked() {
        YamlFile.parse("f.yaml", "a: &x [*x]", problems).orElseThrow().done();
        assertThat(problems.list()).extracting(Problem::message).containsExactly("no key 'a'");
    }

    @Test
    void bottomlessNestingIsAProblemAndNoCrash() {
        assertThat(YamlFile.parse("f.yaml", "[".repeat(50_000), problems)).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("f.yaml: not readable: lists or maps are nested too deeply");
    }

    @Test
    void missingFileIsAProblem(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertThat(YamlFile.read(file, problems)).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(file + ": cannot read the file: there is none of this name");
    }

    @Test
    void fileInAnotherEncodingIsAProblem(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});
        assertThat(YamlFile.read(file, problems)).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("cannot read the file: it is not UTF-8 text");
    }
}
