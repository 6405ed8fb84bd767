package dev.sallyport.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sallyport.flow.PortRange;
import dev.sallyport.lab.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Catalog CATALOG = CatalogFiles.builtIn();

    private static Entry only(Catalog catalog, String row) {
        List<Entry> entries = catalog.entries(row);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    @Nested
    class Readings {
        @Test
        void firstIsTheDefault() {
            assertThat(CATALOG.readings("PIC-04")).startsWith("range").contains("source");
            assertThat(only(CATALOG, "PIC-04").ports()).isEqualTo(new PortRange(50_000, 59_999));
            assertThat(only(CATALOG, "PIC-04").sourcePorts()).isEmpty();
        }

        @Test
        void chosenOneReplacesPorts() {
            Entry read = only(CATALOG.under(Map.of("PIC-04", "source")), "PIC-04");
            assertThat(read.ports()).isEqualTo(PortRange.of(443));
            assertThat(read.sourcePorts()).contains(new PortRange(50_000, 59_999));
            assertThat(read.readings()).hasSize(4);
        }

        @Test
        void chosenOneMovesTheListener() {
            Entry read = only(CATALOG.under(Map.of("CLI-06", "internal")), "CLI-06");
            assertThat(read.on()).containsExactly(RoleAt.parse("front-end"), RoleAt.parse("director"));
            assertThat(read.from()).containsExactly(RoleAt.parse("internal-client"));
        }

        @Test
        void chosenOneMovesTheInterface() {
            Entry read = only(CATALOG.under(Map.of("PIC-06", "access")), "PIC-06");
            assertThat(read.on()).containsExactly(RoleAt.parse("edge/access"));
        }

        @Test
        void rowThatSharesItsEntryIsReadAlone() {
            Catalog read = CATALOG.under(Map.of("HLB-05", "reverse-proxy"));
            assertThat(only(read, "HLB-05").from()).containsExactly(RoleAt.parse("reverse-proxy"));
            assertThat(only(read, "DLB-03").from()).hasSize(3);
        }

        @Test
        void rowWithoutReadingsHasNone() {
            assertThat(CATALOG.readings("PIC-01")).isEmpty();
        }
    }

    @Nested
    class Ports {
        @Test
        void siteMovesARow() {
            Catalog site = CATALOG.at(Map.of("SRV-48", PortRange.of(5060)));
            assertThat(only(site, "SRV-48").ports()).isEqualTo(PortRange.of(5060));
            assertThat(only(site, "SRV-47").ports()).isEqualTo(PortRange.of(5067));
        }

        @Test
        void everyEntryOfTheRowMoves() {
            PortRange narrow = PortRange.parse("49152-50151");
            assertThat(CATALOG.at(Map.of("SRV-39", narrow)).entries("SRV-39"))
                    .hasSize(2)
                    .extracting(Entry::ports)
                    .containsOnly(narrow);
        }

        @Test
        void rowThatSharesItsEntryMovesAlone() {
            Catalog site = CATALOG.at(Map.of("HLB-04", PortRange.of(81)));
            assertThat(only(site, "HLB-04").ports()).isEqualTo(PortRange.of(81));
            assertThat(only(site, "DLB-01").ports()).isEqualTo(PortRange.of(80));
        }

        @Test
        void rangeReadAsTheInitiatorsStaysTheInitiators() {
            Catalog site =
                    CATALOG.under(Map.of("PIC-04", "source")).at(Map.of("PIC-04", PortRange.parse("50000-50099")));
            assertThat(only(site, "PIC-04").ports()).isEqualTo(PortRange.of(443));
            assertThat(only(site, "PIC-04").sourcePorts()).contains(new PortRange(50_000, 50_099));
        }
    }

    @Nested
    class RowsThatRepeatOthers {
        @Test
        void goWithThePortOfTheRowTheyRepeat() {
            Catalog site = CATALOG.at(Map.of("SRV-48", PortRange.of(5060)));
            assertThat(site.entries("GW-05"))
                    .extracting(Entry::when, Entry::ports)
                    .containsExactlyInAnyOrder(
                            tuple(When.parse("not collocated(front-end)"), PortRange.of(5060)),
                            tuple(When.parse("collocated(front-end)"), PortRange.of(5068)));
        }

        @Test
        void goWithItInAnEntryOfTheirOwnToo() {
            Catalog site = CATALOG.at(Map.of("SRV-49", PortRange.of(5170)));
            assertThat(site.entries("GW-03"))
                    .extracting(Entry::ports)
                    .containsExactlyInAnyOrder(PortRange.of(5170), PortRange.of(5070));
        }

        @Test
        void goWithItsReading() {
            Catalog site = CATALOG.under(Map.of("XMPP-03", "cmdlet-default"));
            assertThat(only(site, "EDGE-017").ports()).isEqualTo(PortRange.of(5098));
            assertThat(only(site, "EDGE-017").rows()).containsExactly("XMPP-03", "EDGE-017");
        }

        @Test
        void haveTheirOwnPortIfTheSiteSaysSo() {
            Catalog site = CATALOG.at(Map.of("XMPP-03", PortRange.of(1), "EDGE-017", PortRange.of(2)));
            assertThat(only(site, "XMPP-03").ports()).isEqualTo(PortRange.of(1));
            assertThat(only(site, "EDGE-017").ports()).isEqualTo(PortRange.of(2));
        }

        @Test
        void leaveTheRowTheyRepeatWhereItIs() {
            Catalog site = CATALOG.at(Map.of("EDGE-017", PortRange.of(2)));
            assertThat(only(site, "XMPP-03").ports()).isEqualTo(PortRange.of(23_456));
        }

        @Test
        void otherDirectionIsAReadingWithItsOwnPrintedAny() {
            Entry read = only(CATALOG.under(Map.of("EDGE-182", "printed")), "EDGE-182");
            assertThat(read.from()).containsExactly(RoleAt.parse("edge/internal"));
            assertThat(read.printed().toAny()).isTrue();
            assertThat(read.printed().fromAny()).isFalse();
        }
    }

    @Nested
    class OfLabFiles {
        @Test
        void wordsAreRolesRowsAndReadings() {
            Vocabulary words = CATALOG.vocabulary();
            assertThat(words.roles()).hasSize(26).contains("front-end");
            assertThat(words.rows()).hasSize(163).contains("SRV-03", "EDGE-021");
            assertThat(words.readings().get("PIC-04"))
                    .containsExactlyInAnyOrder("range", "source", "access-range", "access-source");
            assertThat(words.readings()).doesNotContainKey("PIC-01");
        }
    }
}
