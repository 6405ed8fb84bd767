package dev.sallyport.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YamlMapTest {
    private final Problems problems = new Problems();

    private YamlMap parse(String text) {
        return YamlFile.parse("f.yaml", text, problems).orElseThrow();
    }

    private List<String> found() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    private void reading(String text, Consumer<YamlMap> reader, String... expected) {
        reader.accept(parse(text));
        assertThat(found()).containsExactly(expected);
    }

    @Nested
    class WhatIsThere {
        @Test
        void readsWithoutProblem() {
            YamlMap map = parse("""
                    lab: contoso
                    port: 5061
                    zones: [internal, perimeter]
                    hosts:
                      fe1: { zone: internal }
                    strict: true
                    """);

            assertThat(map.text("lab")).isEqualTo("contoso");
            assertThat(map.text("port")).isEqualTo("5061");
            assertThat(map.integer("port")).isEqualTo(5061);
            assertThat(map.list("zones")).extracting(YamlValue::text).containsExactly("internal", "perimeter");
            assertThat(map.map("hosts").entries().get("fe1").map().text("zone")).isEqualTo("internal");
            assertThat(map.flag("strict", false)).isTrue();
            map.done();
            assertThat(found()).isEmpty();
        }

        @Test
        void oneValueStandsForAListOfOne() {
            YamlMap map = parse("one: a\nmany: [a, b]");
            assertThat(map.oneOrMany("one")).extracting(YamlValue::text).containsExactly("a");
            assertThat(map.optionalOneOrMany("many"))
                    .extracting(YamlValue::text)
                    .containsExactly("a", "b");
        }

        @Test
        void knowsItsLineAndKey() {
            YamlValue zone = parse("hosts:\n  fe1:\n    zone: internal")
                    .map("hosts")
                    .map("fe1")
                    .value("zone");
            assertThat(zone.line()).isEqualTo(3);
            assertThat(zone.key()).isEqualTo("hosts.fe1.zone");
        }
    }

    @Nested
    class WhatIsMissing {
        @Test
        void keyMissingInAMapIsReportedAtTheLineOfTheMapsOwnKey() {
            reading(
                    "hosts:\n  fe1:\n    pool: a",
                    map -> map.map("hosts").map("fe1").text("zone"),
                    "f.yaml:2: hosts.fe1: the key 'zone' is missing");
        }

        @Test
        void requiredKeyIsReportedOnceAndReadingGoesOn() {
            reading(
                    "hosts: {}",
                    map -> {
                        assertThat(map.text("lab")).isEmpty();
                        assertThat(map.map("site").text("hosts")).isEmpty();
                        assertThat(map.list("zones")).isEmpty();
                        assertThat(map.oneOrMany("rows")).isEmpty();
                        assertThat(map.integer("port")).isZero();
                    },
                    "f.yaml:1: the key 'lab' is missing",
                    "f.yaml:1: the key 'site' is missing",
                    "f.yaml:1: the key 'zones' is missing",
                    "f.yaml:1: the key 'rows' is missing",
                    "f.yaml:1: the key 'port' is missing");
        }

        @Test
        void optionalKeyMayBe() {
            reading("lab: x", map -> {
                assertThat(map.optionalText("fqdn")).isEmpty();
                assertThat(map.optionalInteger("port")).isEqualTo(OptionalInt.empty());
                assertThat(map.optionalMap("nat")).isEmpty();
                assertThat(map.optionalList("ignore")).isEmpty();
                assertThat(map.optionalOneOf("sources", "exact")).isEmpty();
                assertThat(map.flag("strict", true)).isTrue();
            });
        }
    }

    @Nested
    class WhatIsSomethingElse {
        @Test
        void mapWhereTextIsExpected() {
            reading("lab: { a: b }", map -> map.text("lab"), "f.yaml:1: lab: expected text, found a map");
        }

        @Test
        void textWhereAMapIsExpectedSaysNothingAboutWhatWouldStandInIt() {
            reading("hosts: fe1", map -> map.map("hosts").text("zone"), "f.yaml:1: hosts: expected a map, found 'fe1'");
        }

        @Test
        void nothingWhereTextIsExpected() {
            reading(
                    "lab:",
                    map -> map.text("lab"),
                    "f.yaml:1: lab: expected text, found nothing; write it, or leave the key out");
        }

        @Test
        void textWhereANumberIsExpected() {
            reading(
                    "a: many\nb: 70000",
                    map -> {
                        map.integer("a");
                        map.value("b").integer(0, 65535);
                    },
                    "f.yaml:1: a: expected a whole number, found 'many'",
                    "f.yaml:2: b: expected a whole number, 0 to 65535, found '70000'");
        }

        @Test
        void wordThatIsNotAllowed() {
            reading(
                    "transport: tpc",
                    map -> map.oneOf("transport", "tcp", "udp"),
                    "f.yaml:1: transport: expected tcp | udp, found 'tpc'; did you mean 'tcp'?");
        }

        @Test
        void nameThatNobodyKnows() {
            reading(
                    "zone: intrnal",
                    map -> map.value("zone").known("zone", List.of("internal", "perimeter-in")),
                    "f.yaml:1: zone: no zone 'intrnal' (zones: internal, perimeter-in); did you mean 'internal'?");
        }

        @Test
        void refusalOfAConversionIsTheMessage() {
            reading(
                    "a: x",
                    map -> map.read("a", text -> {
                        throw new IllegalArgumentException("no '" + text + "' here");
                    }),
                    "f.yaml:1: a: no 'x' here");
        }

        @Test
        void placeInAListIsNamedByItsIndex() {
            reading(
                    "a:\n  - b\n  - [c]",
                    map -> map.list("a").forEach(YamlValue::text),
                    "f.yaml:3: a[1]: expected text, found a list");
        }
    }

    @Nested
    class WhatNobodyAskedFor {
        @Test
        void unknownKeyIsReportedWithTheNearestKnown() {
            reading(
                    "lab: x\nzone: y\nhosts: {}",
                    map -> {
                        map.text("lab");
                        map.optional("zones");
                        map.optional("hosts");
                        map.done();
                    },
                    "f.yaml:2: zone: no key 'zone' (keys: lab, zones, hosts); did you mean 'zones'?");
        }

        @Test
        void misspeltRequiredKeyIsOneMistake() {
            reading(
                    "domian: x",
                    map -> {
                        map.text("domain");
                        map.done();
                    },
                    "f.yaml:1: domian: no key 'domian' (keys: domain); did you mean 'domain'?");
        }

        @Test
        void duplicateKeyIsReportedWithoutBeingAskedForAndTheFirstStands() {
            YamlMap map = parse("lab: x\nhosts:\n  fe1: a\n  fe1: b");
            assertThat(map.map("hosts").text("fe1")).isEqualTo("a");
            assertThat(found()).containsExactly("f.yaml:4: hosts.fe1: given a second time (first in line 3); keep one");
        }

        @Test
        void mergeKeysAreOrdinaryUnknownKeys() {
            reading("<<: {}", YamlMap::done, "f.yaml:1: <<: no key '<<'");
        }
    }

    @Test
    void exceptionCarriesEveryProblemInTheOrderOfTheFile() {
        YamlMap map = parse("b: 1\na: x");
        map.integer("a");
        map.problem("b", "is wrong");
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("f.yaml:1: b: is wrong\nf.yaml:2: a: expected a whole number, found 'x'");
    }

    @Test
    void suggestionsStayNearWhatWasWritten() {
        Map.of("CATALOG", "catalog", "ctaalog", "catalog", "fe1", "fe2")
                .forEach((given, meant) -> assertThat(DidYouMean.nearest(given, List.of("catalog", "fe2")))
                        .contains(meant));
        assertThat(DidYouMean.nearest("hosts", List.of("zones", "ports2"))).isEmpty();
    }
}
