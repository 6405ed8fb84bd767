package dev.sallyport.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentedRowsTest {
    private static final Catalog CATALOG = CatalogFiles.builtIn();

    private static final Protocols PROTOCOLS = Protocols.spoken();

    private static final Map<String, String> SPOKEN =
            Map.of("rpc", "dcerpc", "appshare", "rtp", "file-transfer", "filetransfer");

    private static final Set<String> THE_HUNDRED = Set.of("FED", "PIC", "XMPP", "SRV", "HLB", "DLB", "CLI");

    static Stream<Fact> facts() {
        return Fact.all().stream();
    }

    static Stream<Fact> ambiguous() {
        return facts().filter(Fact::ambiguous);
    }

    private static Stream<Entry> underEachReading(Entry entry) {
        return Stream.concat(Stream.of(entry), entry.readings().stream().map(Reading::entry));
    }

    @Test
    void allRowsAndNoOthersAreKnown() {
        assertThat(CATALOG.rowIds())
                .hasSize(163)
                .containsExactlyElementsOf(facts().map(Fact::id).toList());
    }

    @Test
    void aHundredOfThemAreOfTheSevenDocumentsFirstRead() {
        assertThat(CATALOG.rows())
                .filteredOn(row -> THE_HUNDRED.contains(row.document()))
                .hasSize(100);
    }

    @Nested
    class TableOfRows {
        static Stream<Fact> facts() {
            return DocumentedRowsTest.facts();
        }

        @ParameterizedTest
        @MethodSource("facts")
        void tellsWhatIsPrinted(Fact fact) {
            Row row = CATALOG.row(fact.id()).orElseThrow();
            assertThat(row.role()).isEqualTo(fact.role());
            assertThat(row.transports()).isEqualTo(fact.transports());
            assertThat(row.ports()).isEqualTo(fact.ports());
            assertThat(row.security()).isEqualTo(fact.security());
            assertThat(row.protocol()).isEqualTo(fact.protocol());
        }

        @Test
        void everyDocumentHasItsRows() {
            assertThat(CATALOG.documents())
                    .extracting(Document::name)
                    .containsExactly(
                            "FED", "PIC", "XMPP", "SRV", "HLB", "DLB", "CLI", "EDGE", "DIR", "RP", "SBA", "GW", "APP");
            assertThat(CATALOG.rows().stream().collect(Collectors.groupingBy(Row::document, Collectors.counting())))
                    .containsAllEntriesOf(
                            Map.of("FED", 1L, "PIC", 6L, "XMPP", 3L, "SRV", 52L, "HLB", 20L, "DLB", 6L, "CLI", 12L))
                    .containsAllEntriesOf(Map.of("EDGE", 30L, "DIR", 9L, "RP", 5L, "SBA", 7L, "GW", 5L, "APP", 7L));
        }

        @Test
        void everyDocumentNamesItsSourceAndItsSubject() {
            assertThat(CATALOG.documents()).allSatisfy(document -> {
                assertThat(document.title()).isNotEmpty();
                assertThat(document.sources()).isNotEmpty();
            });
        }

        @Test
        void siblingRepeatsRowsOfTheSamePortAndTransport() {
            assertThat(CATALOG.rows())
                    .filteredOn(row -> !row.repeats().isEmpty())
                    .hasSize(36)
                    .allSatisfy(row -> assertThat(row.repeats()).allSatisfy(repeated -> {
                        Row other = CATALOG.row(repeated).orElseThrow();
                        assertThat(other.ports()).as(row.id() + " " + repeated).isEqualTo(row.ports());
                        assertThat(other.transports()).isEqualTo(row.transports());
                    }));
        }
    }

    @Nested
    class Entries {
        static Stream<Fact> facts() {
            return DocumentedRowsTest.facts();
        }

        static Stream<Fact> ambiguous() {
            return DocumentedRowsTest.ambiguous();
        }

        @ParameterizedTest
        @MethodSource("facts")
        void everyRowStandsInOne(Fact fact) {
            assertThat(CATALOG.entries(fact.id())).isNotEmpty();
        }

        @ParameterizedTest
        @MethodSource("facts")
        void portsAndTransportsAreThoseOfTheRow(Fact fact) {
            for (Entry entry : CATALOG.entries(fact.id())) {
                assertThat(ports(entry)).isEqualTo(fact.ports());
                assertThat(entry.transports()).isEqualTo(fact.transports());
            }
        }

        @ParameterizedTest
        @MethodSource("facts")
        void printedIsWhatTheTablePrints(Fact fact) {
            for (Entry entry : CATALOG.entries(fact.id())) {
                assertThat(entry.printed().transports()).isEqualTo(fact.transports());
                assertThat(entry.printed().security()).isEqualTo(fact.security());
            }
        }

        @ParameterizedTest
        @MethodSource("facts")
        void printedAnyIsKept(Fact fact) {
            Row row = CATALOG.row(fact.id()).orElseThrow();
            // FED-01 from a partner is told in prose only, where nothing prints Any; EDGE-182 is read the other way.
            List<Entry> printed = CATALOG.entries(fact.id()).stream()
                    .flatMap(DocumentedRowsTest::underEachReading)
                    .filter(entry -> !row.to().equals("any")
                            || !entry.on().stream().allMatch(at -> at.role().equals("edge")))
                    .toList();
            assertThat(printed).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.printed().fromAny()).isEqualTo(row.from().equals("any"));
                assertThat(entry.printed().toAny()).isEqualTo(row.to().equals("any"));
            });
        }

        @ParameterizedTest
        @MethodSource("facts")
        void securityPrintedIsSpokenUnlessTheNoteSaysOtherwise(Fact fact) {
            for (Entry entry : CATALOG.entries(fact.id())) {
                boolean asPrinted = fact.security().isEmpty() || fact.security().contains(entry.security());
                assertThat(asPrinted || !entry.note().isEmpty()).isTrue();
            }
        }

        @ParameterizedTest
        @MethodSource("facts")
        void exchangeSpeaksTheProtocolOfTheRow(Fact fact) {
            assertThat(CATALOG.entries(fact.id())).extracting(Entry::protocol).isSubsetOf(spoken(fact));
        }

        /** Where the table names no protocol, any may be inferred; the note then says so. */
        private Set<String> spoken(Fact fact) {
            if (fact.id().equals("SRV-34")) {
                // Its note is a copy of SRV-33's; the Response Group document makes it WCF.
                return Set.of("wcf");
            }
            return switch (fact.protocol()) {
                case "other" -> Set.of("wcf", "sip", "https");
                case "stun" -> Set.of("stun", "msturn");
                default -> Set.of(SPOKEN.getOrDefault(fact.protocol(), fact.protocol()));
            };
        }

        @ParameterizedTest
        @MethodSource("ambiguous")
        void ambiguityIsSaid(Fact fact) {
            assertThat(CATALOG.entries(fact.id()))
                    .allSatisfy(entry -> assertThat(entry.note()).isNotEmpty());
        }

        @Test
        void everyEntryNamesAnExchangeThatIsSpoken() {
            assertThat(CATALOG.entries().stream().map(Entry::exchange).distinct())
                    .allMatch(PROTOCOLS::speak);
        }

        @Test
        void tlsAndMtlsRideOnTcpOnly() {
            assertThat(CATALOG.entries())
                    .filteredOn(entry -> entry.security() != Security.NONE)
                    .allSatisfy(entry -> assertThat(entry.transports()).containsExactly(Transport.TCP));
        }

        private String ports(Entry entry) {
            return entry.sourcePorts()
                    .map(source -> entry.ports() + "/" + source)
                    .orElse(entry.ports().toString());
        }
    }

    @Nested
    class Listeners {
        @ParameterizedTest
        @CsvSource({
            "SRV-11, front-end",
            "SRV-12, front-end",
            "SRV-25, pstn-gateway",
            "SRV-26, pstn-gateway",
            "SRV-32, e911-gateway",
            "SRV-37, front-end director mediation persistent-chat",
            "SRV-43, director front-end",
            "SRV-44, director front-end",
            "FED-01, edge/access federated-partner",
            "PIC-02, public-im-partner",
            "PIC-04, live-messenger-client",
            "PIC-06, edge/av",
            "XMPP-02, xmpp-partner",
            "XMPP-03, edge/internal",
            "EDGE-002, crl-server",
            "EDGE-003, dns-server",
            "EDGE-004, dns-server",
            "EDGE-007, federated-partner public-im-partner",
            "EDGE-009, federated-partner",
            "EDGE-013, federated-partner edge/av",
            "EDGE-014, edge/av",
            "EDGE-019, front-end director front-end-load-balancer director-load-balancer",
            "EDGE-021, edge/internal",
            "EDGE-024, edge/internal",
            "EDGE-076, xmpp-partner",
            "EDGE-182, edge/internal",
            "DIR-01, director director-load-balancer",
            "DIR-03, front-end front-end-load-balancer",
            "DIR-07, director",
            "RP-02, reverse-proxy",
            "RP-04, front-end front-end-load-balancer director director-load-balancer",
            "RP-05, office-web-apps",
            "SBA-05, branch-appliance",
            "GW-02, pstn-gateway",
            "GW-05, mediation",
        })
        void standAtTheRoleThatReallyListens(String row, String roles) {
            assertThat(CATALOG.entries(row).stream().flatMap(entry -> entry.on().stream()))
                    .extracting(RoleAt::toString)
                    .containsOnly(roles.split(" "));
        }

        @Test
        void collocatedMediationServerHasItsOwnRowsAndNoOthers() {
            assertThat(rowsOfMediation(Set.of("mediation")))
                    .containsExactlyInAnyOrder(
                            "SRV-46", "SRV-49", "SRV-47", "SRV-48", "SRV-39", "GW-03", "GW-04", "GW-05");
            assertThat(rowsOfMediation(Set.of("mediation", "front-end")))
                    .containsExactlyInAnyOrder("SRV-22", "SRV-23", "SRV-24", "SRV-39", "GW-03", "GW-04", "GW-05");
        }

        @Test
        void balancerServesMediationOnlyWhereItsPoolRunsIt() {
            When when = CATALOG.entries("HLB-16").get(0).when();
            assertThat(when.holds(Set.of("front-end-load-balancer"), Set.of("front-end")))
                    .isFalse();
            assertThat(when.holds(Set.of("front-end-load-balancer"), Set.of("front-end", "mediation")))
                    .isTrue();
        }

        private Set<String> rowsOfMediation(Set<String> hostRoles) {
            return CATALOG.entries().stream()
                    .filter(entry -> entry.on().equals(List.of(RoleAt.parse("mediation"))))
                    .filter(entry -> entry.when().holds(hostRoles, hostRoles))
                    .flatMap(entry -> entry.rows().stream())
                    .collect(Collectors.toSet());
        }
    }

    @Nested
    class Roles {
        @Test
        void allOfTheLabFilesAreThere() {
            assertThat(CATALOG.roleNames())
                    .containsExactlyInAnyOrder(
                            "front-end",
                            "central-management",
                            "director",
                            "mediation",
                            "persistent-chat",
                            "office-web-apps",
                            "edge",
                            "front-end-load-balancer",
                            "director-load-balancer",
                            "mediation-load-balancer",
                            "internal-client",
                            "remote-client",
                            "legacy-client",
                            "live-messenger-client",
                            "ip-phone",
                            "pstn-gateway",
                            "e911-gateway",
                            "branch-appliance",
                            "reverse-proxy",
                            "federated-partner",
                            "public-im-partner",
                            "xmpp-partner",
                            "dhcp-server",
                            "dns-server",
                            "crl-server",
                            "trusted-application-server");
        }

        @Test
        void eachTakesPartInARow() {
            Set<String> taking = CATALOG.entries().stream()
                    .flatMap(entry -> Stream.concat(entry.on().stream(), entry.from().stream()))
                    .map(RoleAt::role)
                    .collect(Collectors.toSet());
            assertThat(taking).isEqualTo(CATALOG.roleNames());
        }

        @Test
        void whatABalancerAcceptsItPassesOnToItsPool() {
            assertThat(CATALOG.roles()).filteredOn(Role::isBalancer).hasSize(3).allSatisfy(balancer -> assertThat(
                            portsFromBalancer(balancer))
                    .isEqualTo(portsOfBalancer(balancer)));
        }

        private Set<String> portsOfBalancer(Role balancer) {
            return ports(entry -> entry.on().contains(RoleAt.parse(balancer.name())));
        }

        private Set<String> portsFromBalancer(Role balancer) {
            return ports(entry -> entry.from().contains(RoleAt.parse(balancer.name())));
        }

        private Set<String> ports(Predicate<Entry> chosen) {
            return CATALOG.entries().stream()
                    .filter(chosen)
                    .map(entry -> entry.ports().toString())
                    .collect(Collectors.toSet());
        }
    }
}
