package dev.sallyport.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.protocol.Protocols;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SkypeForBusinessTest {
    private static final Catalog LYNC = CatalogFiles.builtIn();
    private static final Map<String, Catalog> CATALOGS = Stream.of("2015", "2019")
            .collect(Collectors.toMap(year -> year, year -> CatalogFiles.builtIn("skype-for-business-" + year)));

    /** Rows that are said of these products too, but that no table of theirs prints. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "PSD-11", "a cmdlet's default; SRV-15 prints the port",
            "PSD-12", "a cmdlet's default; SRV-16 prints the port",
            "PSD-14", "a cmdlet's default for an Edge with one address, which contradicts the Topology Builder's");

    static Stream<Arguments> facts() {
        return Stream.of("2015", "2019").flatMap(year -> Fact.of("skype-for-business-" + year + ".csv").stream()
                .map(fact -> Arguments.of(CATALOGS.get(year), fact)));
    }

    static Stream<Catalog> catalogs() {
        return CATALOGS.values().stream();
    }

    private static Catalog of(String year) {
        return CATALOGS.get(year);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyDocumentedRowStandsInItsCatalogueAsPrinted(Catalog catalog, Fact fact) {
        Row row = catalog.row(fact.id()).orElseThrow();
        assertThat(row.transports()).isEqualTo(fact.transports());
        assertThat(row.ports()).isEqualTo(fact.ports());
        assertThat(row.security()).isEqualTo(fact.security());
        assertThat(row.protocol()).isEqualTo(fact.protocol());
        assertThat(catalog.entries(fact.id())).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.printed().transports()).isEqualTo(fact.transports());
            assertThat(entry.printed().security()).isEqualTo(fact.security());
        });
    }

    @Test
    void noOtherRowsAreTheirOwn() {
        assertThat(own(of("2015"))).hasSize(146);
        assertThat(own(of("2019"))).hasSize(138);
    }

    @Test
    void whatNoTablePrintsIsLeftOutWithItsReason() {
        assertThat(LEFT_OUT).allSatisfy((row, why) -> {
            assertThat(catalogs()).noneMatch(catalog -> catalog.rowIds().contains(row));
            assertThat(why).isNotBlank();
        });
        assertThat(catalogs()).allMatch(catalog -> catalog.rowIds().contains("GW-05"));
    }

    @Test
    void rowsOfLyncThatAreGoneAreTheseAlone() {
        assertThat(gone(of("2015"))).containsExactlyInAnyOrder("EDGE-011", "EDGE-012", "EDGE-046", "EDGE-182");
        assertThat(gone(of("2019")))
                .containsExactlyInAnyOrder(
                        "EDGE-011",
                        "EDGE-012",
                        "EDGE-046",
                        "EDGE-182",
                        "XMPP-01",
                        "XMPP-02",
                        "XMPP-03",
                        "EDGE-001",
                        "EDGE-017",
                        "EDGE-076",
                        "SRV-50",
                        "SRV-51",
                        "SRV-52",
                        "APP-07");
    }

    @Test
    void theInternalTableOf2015PrintsEveryRowOfLyncsAgain() {
        assertThat(of("2015").rows().stream().map(Row::sameAs))
                .containsAll(LYNC.rowIds().stream()
                        .filter(row -> row.matches("(SRV|HLB|DLB|CLI)-.*"))
                        .toList());
    }

    @Test
    void theFileShareIsTheirOwn() {
        assertThat(catalogs()).allSatisfy(catalog -> {
            String row = own(catalog).stream()
                    .filter(id -> id.endsWith("-036"))
                    .findFirst()
                    .orElseThrow();
            assertThat(catalog.entries(row)).singleElement().satisfies(entry -> {
                assertThat(entry.on()).containsExactly(RoleAt.parse("file-share"));
                assertThat(entry.from()).containsExactly(RoleAt.parse("front-end"));
            });
        });
        assertThat(LYNC.roleNames()).doesNotContain("file-share");
    }

    @Test
    void theMobilityServiceThatIsGoneIsSaidWhereItIsStillListed() {
        assertThat(of("2019").entries("SFB19-017")).singleElement().satisfies(entry -> assertThat(entry.note())
                .contains("gone"));
        assertThat(of("2015").entries("SFB15-017")).isEqualTo(of("2015").entries("SRV-17"));
    }

    @Test
    void mediaOverUdpIsNotForPartnersOf2007Alone() {
        assertThat(LYNC.entries("EDGE-010")).allMatch(entry -> entry.note().contains("2007"));
        assertThat(of("2015").entries("SFB15-101")).isNotEmpty().noneMatch(entry -> entry.note()
                .contains("2007"));
        assertThat(of("2019").entries("SFB19-101")).isNotEmpty().noneMatch(entry -> entry.note()
                .contains("2007"));
    }

    @Nested
    class Everywhere {
        static Stream<Catalog> catalogs() {
            return SkypeForBusinessTest.catalogs();
        }

        @ParameterizedTest
        @MethodSource("catalogs")
        void everyRowStandsInAnEntryAndNoEntryInventsOne(Catalog catalog) {
            Set<String> standing = catalog.entries().stream()
                    .flatMap(entry -> entry.rows().stream())
                    .collect(Collectors.toSet());
            assertThat(standing).isEqualTo(catalog.rowIds());
        }

        @ParameterizedTest
        @MethodSource("catalogs")
        void everyEntryNamesAnExchangeThatIsSpoken(Catalog catalog) {
            assertThat(catalog.entries().stream().map(Entry::exchange).distinct())
                    .allMatch(Protocols.spoken()::speak);
        }

        @ParameterizedTest
        @MethodSource("catalogs")
        void whatAnotherRowRepeatsIsThere(Catalog catalog) {
            assertThat(catalog.rows())
                    .allSatisfy(row -> assertThat(catalog.rowIds()).containsAll(row.repeats()));
        }
    }

    private static List<String> own(Catalog catalog) {
        return catalog.rowIds().stream().filter(row -> row.startsWith("SFB")).toList();
    }

    private static Set<String> gone(Catalog catalog) {
        Set<String> gone = new HashSet<>(LYNC.rowIds());
        gone.removeAll(catalog.rowIds());
        return gone;
    }
}
