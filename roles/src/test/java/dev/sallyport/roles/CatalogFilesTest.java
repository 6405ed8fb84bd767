package dev.sallyport.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Trait;
import dev.sallyport.yaml.Problem;
import dev.sallyport.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogFilesTest {
    private static final String PHONE = "role: phone\nabout: A phone\naccepts: []\n";
    private static final String EXCHANGE = "role: exchange\nabout: An exchange\ninterfaces: [inside, outside]\n";
    private static final String ACCEPTS = EXCHANGE + """
            accepts:
              - rows: [TEL-1]
                service: Calls
                interface: inside
                port: 5061
                printed: { transport: tcp, security: tls }
                security: tls
                from: [phone]
                exchange: sip/invite
            """;

    private final Problems problems = new Problems();

    @TempDir
    Path folder;

    @BeforeEach
    void phone() throws IOException {
        write("phone.yaml", PHONE);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Catalog read() {
        return CatalogFiles.folder(folder, problems).orElseThrow();
    }

    private List<String> problems() {
        assertThat(CatalogFiles.folder(folder, problems)).isEmpty();
        return problems.list().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }

    @Nested
    class Folder {
        @Test
        void roleFilesAloneMakeACatalogue() throws IOException {
            write("exchange.yaml", ACCEPTS);
            Catalog catalog = CatalogFiles.read(folder.getFileName().toString(), folder.getParent(), problems)
                    .orElseThrow();
            assertThat(catalog.roleNames()).containsExactly("exchange", "phone");
            assertThat(catalog.rowIds()).containsExactly("TEL-1");
            Entry entry = catalog.entries().get(0);
            assertThat(entry.on()).containsExactly(new RoleAt("exchange", "inside"));
            assertThat(entry.from()).containsExactly(new RoleAt("phone", ""));
            assertThat(entry.transports()).containsExactly(Transport.TCP);
            assertThat(entry.ports()).isEqualTo(PortRange.of(5061));
            assertThat(entry.security()).isEqualTo(Security.TLS);
            assertThat(entry.scope()).isEqualTo(Scope.ANY);
            assertThat(entry.when()).isEqualTo(When.ALWAYS);
        }

        @Test
        void whatARoleMakesOfItsHostsIsKept() throws IOException {
            write("phone.yaml", PHONE + "traits: [sign-in, outsider]\n");
            assertThat(read().role("phone")).map(Role::traits).contains(Set.of(Trait.SIGN_IN, Trait.OUTSIDER));
            assertThat(read().vocabulary().traits()).containsEntry("phone", Set.of(Trait.SIGN_IN, Trait.OUTSIDER));
        }

        @Test
        void thatIsNoneIsAProblem() {
            assertThatThrownBy(() -> CatalogFiles.read("lync-server-2010", folder, problems))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no catalogue 'lync-server-2010': it is neither built in (lync-server-2013,"
                            + " skype-for-business-2015, skype-for-business-2019) nor the folder "
                            + folder.resolve("lync-server-2010") + "; did you mean 'lync-server-2013'?");
        }

        @Test
        void rowInNoRoleFileIsAProblem() throws IOException {
            write("exchange.yaml", ACCEPTS);
            write("rows.yaml", """
                    documents:
                      TEL:
                        title: Telephony
                        rows:
                          TEL-1: { role: Exchange, transport: tcp, ports: 5061, protocol: sip }
                          TEL-2: { role: Exchange, transport: tcp, ports: 5060, protocol: sip }
                          FAX-1: { role: Exchange, transport: tcp, ports: fax, protocol: sip }
                    """);
            assertThat(problems())
                    .containsExactly(
                            "rows.yaml:6: documents.TEL.rows.TEL-2: stands in no role file; add it to the rows of an entry",
                            "rows.yaml:7: documents.TEL.rows.FAX-1: a row of this document is named TEL-NUMBER",
                            "rows.yaml:7: documents.TEL.rows.FAX-1.ports: 'fax' is no printed port:"
                                    + " write 5061, 50000-59999, or 67/68 for a pair",
                            "rows.yaml:7: documents.TEL.rows.FAX-1: stands in no role file; add it to the rows of an entry");
        }

        @Test
        void rowThatRepeatsNoneIsAProblem() throws IOException {
            write("exchange.yaml", ACCEPTS);
            write("rows.yaml", """
                    documents:
                      TEL:
                        title: Telephony
                        rows:
                          TEL-1: { role: Exchange, transport: tcp, ports: 5061, protocol: sip, repeats: TEL-2 }
                    """);
            assertThat(problems())
                    .containsExactly(
                            "rows.yaml:5: documents.TEL.rows.TEL-1.repeats: no row 'TEL-2' (rows: TEL-1); did you mean 'TEL-1'?");
        }

        @Test
        void secondFileOfARoleIsAProblem() throws IOException {
            write("phone2.yaml", PHONE);
            assertThat(problems())
                    .containsExactly("phone2.yaml:1: role: the role 'phone' has another file already; keep one");
        }

        @Test
        void fileForSeveralRolesSaysWhich() throws IOException {
            write("all.yaml", ACCEPTS.replace(EXCHANGE, "about: All\n").replace("    interface: inside\n", ""));
            assertThat(problems())
                    .containsExactly("all.yaml:3: accepts[0]: the key 'on' is missing;"
                            + " a file without 'role' says for each entry which roles accept it");
        }

        @Test
        void whatHoldsForTheWholeFileStandsOnce() throws IOException {
            write("exchange.yaml", EXCHANGE + "accepts: []\n");
            write(
                    "all.yaml",
                    ACCEPTS.replace(EXCHANGE, "about: All\non: [phone]\nwhen: collocated(exchange)\n")
                            .replace("    interface: inside\n", ""));
            Entry entry = read().entries().get(0);
            assertThat(entry.on()).containsExactly(RoleAt.parse("phone"));
            assertThat(entry.when()).isEqualTo(When.parse("collocated(exchange)"));
        }
    }

    /** A folder that begins with the built-in catalogue and says what is different. */
    @Nested
    class Base {
        private static final String BASED = "about: A site\nbase: lync-server-2013\n";

        @BeforeEach
        void base() throws IOException {
            write("catalog.yaml", BASED);
        }

        @Test
        void givesAllItsRolesRowsAndEntries() {
            Catalog base = CatalogFiles.builtIn();
            Catalog catalog = read();
            assertThat(catalog.roleNames()).containsAll(base.roleNames()).contains("phone");
            assertThat(catalog.rows()).isEqualTo(base.rows());
            assertThat(catalog.entries()).isEqualTo(base.entries());
            assertThat(catalog.elsewhere()).isEqualTo(base.elsewhere());
        }

        @Test
        void rowsLeftOutAreNowhereAnyMore() throws IOException {
            write("catalog.yaml", BASED + "without:\n  - { rows: [XMPP-01, XMPP-02, XMPP-03], because: gone }\n");
            Catalog catalog = read();
            assertThat(catalog.rowIds()).noneMatch(row -> row.startsWith("XMPP"));
            assertThat(catalog.documents())
                    .noneMatch(document -> document.name().equals("XMPP"));
            assertThat(catalog.entries("XMPP-01")).isEmpty();
            assertThat(catalog.entries("EDGE-001")).isNotEmpty();
            assertThat(catalog.row("EDGE-001")).map(Row::repeats).contains(List.of());
        }

        @Test
        void elsewhereGoesWithItsRow() throws IOException {
            write("catalog.yaml", BASED + "without:\n  - { rows: EDGE-011, because: gone }\n");
            assertThat(read().elsewhere())
                    .isNotEmpty()
                    .noneMatch(elsewhere -> elsewhere.rows().contains("EDGE-011"));
        }

        @Test
        void rowPrintedAgainStandsWhereverTheFirstDoes() throws IOException {
            write(
                    "rows.yaml",
                    "documents: { TEL: { title: Telephony, rows: { TEL-1: { same-as: SRV-34 }, TEL-2: { same-as: EDGE-005 } } } }");
            Catalog catalog = read();
            assertThat(catalog.entries("TEL-1")).isEqualTo(catalog.entries("SRV-34"));
            assertThat(catalog.readings("TEL-1")).containsExactly("wcf", "sip");
            assertThat(catalog.under(Map.of("TEL-1", "sip")).entries("TEL-1"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.exchange()).isEqualTo("sip/invite"));
            assertThat(catalog.elsewhere())
                    .filteredOn(elsewhere -> elsewhere.rows().contains("EDGE-005"))
                    .allSatisfy(elsewhere -> assertThat(elsewhere.rows()).contains("TEL-2"));
            Row row = catalog.row("TEL-2").orElseThrow();
            assertThat(row.repeats()).containsExactly("PIC-03", "CLI-02");
            assertThat(row.ports()).isEqualTo("443");
            assertThat(row.document()).isEqualTo("TEL");
        }

        @Test
        void fileForARoleOfTheBaseAddsToIt() throws IOException {
            write(
                    "exchange.yaml",
                    ACCEPTS.replace(EXCHANGE, "about: More\non: [edge/internal]\n")
                            .replace("    interface: inside\n", "")
                            .replace("TEL-1", "SRV-08"));
            assertThat(read().entries("SRV-08"))
                    .as("what is told again stands instead")
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.on()).containsExactly(RoleAt.parse("edge/internal")));
        }

        @Test
        void rowOfItsOwnThatStandsNowhereIsAProblem() throws IOException {
            write(
                    "rows.yaml",
                    "documents: { TEL: { title: Telephony, rows: { TEL-1: { role: Exchange, transport: tcp, ports: 1, protocol: sip } } } }");
            assertThat(problems())
                    .containsExactly(
                            "rows.yaml:1: documents.TEL.rows.TEL-1: stands in no role file; add it to the rows of an entry");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "base: lync-server-2010 ~ catalog.yaml:2: base: no built-in catalogue 'lync-server-2010' (built-in catalogues:"
                            + " lync-server-2013, skype-for-business-2015, skype-for-business-2019); did you mean 'lync-server-2013'?",
                    "bas: lync-server-2013 ~ catalog.yaml:2: bas: no key 'bas' (keys: about, base, without); did you mean 'base'?",
                    "base: lync-server-2013!without: [{ rows: [SRV-99], because: x }] ~ catalog.yaml:3: without[0].rows[0]:"
                            + " no row 'SRV-99'; did you mean 'SRV-09'?",
                    "base: lync-server-2013!without: [{ rows: SRV-09 }] ~ catalog.yaml:3: without[0]: the key 'because' is missing",
                })
        void isReadStrictly(String text, String expected) throws IOException {
            write("catalog.yaml", "about: A site\n" + text.replace('!', '\n') + "\n");
            assertThat(problems()).containsExactly(expected);
        }

        @Test
        void rowThatPrintsNoneAgainIsAProblem() throws IOException {
            write(
                    "rows.yaml",
                    "documents: { TEL: { title: Telephony, rows: { TEL-1: { same-as: SRV-99 }, TEL-2: { same-as: SRV-01, role: Exchange } } } }");
            assertThat(problems())
                    .containsExactlyInAnyOrder(
                            "rows.yaml:1: documents.TEL.rows.TEL-1.same-as: no row 'SRV-99'; did you mean 'SRV-09'?",
                            "rows.yaml:1: documents.TEL.rows.TEL-2.role: no key 'role' (keys: same-as)");
        }

        @Test
        void roleOfTheBaseIsNotMadeAgain() throws IOException {
            write("edge.yaml", "role: edge\nabout: An Edge\naccepts: []\n");
            assertThat(problems())
                    .containsExactly(
                            "edge.yaml:1: role: the role 'edge' is the base's already; write 'on: [edge]' to add to it");
        }
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "from: [phone] ~ from: [phon]"
                            + " ~ exchange.yaml:11: accepts[0].from[0]: no role 'phon' (roles: exchange, phone); did you mean 'phone'?",
                    "from: [phone] ~ from: [exchange]"
                            + " ~ exchange.yaml:11: accepts[0].from[0]: the role 'exchange' has several interfaces; say which: exchange/inside, exchange/outside",
                    "from: [phone] ~ from: [phone/inside]"
                            + " ~ exchange.yaml:11: accepts[0].from[0]: the role 'phone' has one interface only; write phone",
                    "from: [phone] ~ from: Phone"
                            + " ~ exchange.yaml:11: accepts[0].from: 'Phone' names no role: write front-end, or edge/internal for one of its interfaces",
                    "interface: inside ~ interface: insid"
                            + " ~ exchange.yaml:7: accepts[0].interface: no interface 'insid' (interfaces: inside, outside); did you mean 'inside'?",
                    "port: 5061 ~ port: 70000"
                            + " ~ exchange.yaml:8: accepts[0].port: expected a whole number, 1 to 65535, found '70000'",
                    "port: 5061 ~ ports: 9-5"
                            + " ~ exchange.yaml:8: accepts[0].ports: '9-5' is no port or range of ports: they go from 0 to 65535, the lower first",
                    "port: 5061 ~ note: x"
                            + " ~ exchange.yaml:5: accepts[0]: the key 'port' is missing; write it, or 'ports' for a range",
                    "transport: tcp ~ transport: tpc"
                            + " ~ exchange.yaml:9: accepts[0].printed.transport: expected tcp | udp, found 'tpc'; did you mean 'tcp'?",
                    "security: tls! ~ security: tsl!"
                            + " ~ exchange.yaml:10: accepts[0].security: expected none | tls | mtls, found 'tsl'; did you mean 'tls'?",
                    "exchange: sip/invite ~ exchange: sip"
                            + " ~ exchange.yaml:12: accepts[0].exchange: 'sip' is no exchange: write PROTOCOL/NAME, as sip/options",
                    "service: Calls ~ service: Calls!    scope: pool"
                            + " ~ exchange.yaml:7: accepts[0].scope: expected any | same-pool | same-zone, found 'pool'",
                    "service: Calls ~ service: Calls!    when: beside(phone)"
                            + " ~ exchange.yaml:7: accepts[0].when: 'beside(phone)' is no condition: write collocated(ROLE), not collocated(ROLE) or pool-runs(ROLE)",
                    "service: Calls ~ service: Calls!    when: collocated(phon)"
                            + " ~ exchange.yaml:7: accepts[0].when: no role 'phon' (roles: exchange, phone); did you mean 'phone'?",
                    "rows: [TEL-1] ~ rows: [tel]"
                            + " ~ exchange.yaml:5: accepts[0].rows[0]: 'tel' is no row: write the document and a number, as SRV-03",
                    "rows: [TEL-1] ~ rows: []"
                            + " ~ exchange.yaml:5: accepts[0].rows: names no row; every entry stands for one at least",
                })
        void nameFileLineAndKey(String right, String wrong, String expected) throws IOException {
            String text = ACCEPTS.replace(right.replace('!', '\n'), wrong.replace('!', '\n'));
            assertThat(text).isNotEqualTo(ACCEPTS);
            write("exchange.yaml", text);
            assertThat(problems()).containsExactly(expected);
        }

        @Test
        void allComeAtOnce() throws IOException {
            write("exchange.yaml", ACCEPTS.replace("[phone]", "[phon]").replace("port: 5061", "prot: 5061"));
            assertThat(problems()).hasSize(3);
        }

        @Test
        void readingIsReadAsStrictly() throws IOException {
            write(
                    "exchange.yaml",
                    ACCEPTS + "    readings: { a: { about: x }, b: { about: y, prot: 1, from: phon } }\n");
            assertThat(problems())
                    .anySatisfy(problem -> assertThat(problem).contains("accepts[0].readings.b.prot: no key 'prot'"))
                    .anySatisfy(problem -> assertThat(problem).contains("accepts[0].readings.b.from: no role 'phon'"))
                    .hasSize(2);
        }

        @Test
        void traitIsOneOfThose() throws IOException {
            write("phone.yaml", PHONE + "traits: [outsidr]\n");
            assertThat(problems())
                    .containsExactly("phone.yaml:4: traits[0]: expected outsider | domain | sign-in | web, found"
                            + " 'outsidr'; did you mean 'outsider'?");
        }

        @Test
        void balancerBalancesARole() throws IOException {
            write("lb.yaml", "role: lb\nabout: A balancer\nbalances: phon\naccepts: []\n");
            assertThat(problems())
                    .containsExactly("lb.yaml:3: balances: no role 'phon' (roles: lb, phone); did you mean 'phone'?");
        }
    }

    @Nested
    class BuiltIn {
        static List<String> builtIn() {
            return CatalogFiles.builtInNames();
        }

        @ParameterizedTest
        @MethodSource("builtIn")
        void isReadByName(String name) {
            assertThat(CatalogFiles.read(name, folder, problems))
                    .map(Catalog::name)
                    .contains(name);
        }

        @ParameterizedTest
        @MethodSource("builtIn")
        void indexListsEveryFile(String name) throws Exception {
            Path index = Path.of(CatalogFiles.class.getResource(name + "/index").toURI());
            List<String> named = Files.readAllLines(index);
            try (Stream<Path> files = Files.list(index.getParent())) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(file -> !file.equals("index")))
                        .containsExactlyInAnyOrderElementsOf(named);
            }
        }

        @Test
        void whomAPrintedAnyCoversBeyondThoseWhoComeIsKept() {
            assertThat(CatalogFiles.builtIn().elsewhere())
                    .filteredOn(elsewhere -> elsewhere.rows().contains("EDGE-014"))
                    .singleElement()
                    .satisfies(relay -> {
                        assertThat(relay.on()).containsExactly(RoleAt.parse("edge/av"));
                        assertThat(relay.ports()).isEqualTo(PortRange.of(3478));
                        assertThat(relay.from()).contains(RoleAt.parse("xmpp-partner"));
                    });
        }

        @ParameterizedTest
        @MethodSource("builtIn")
        void onlyRowsOfTheCatalogueHaveAnElsewhere(String name) {
            Catalog catalog = CatalogFiles.builtIn(name);
            assertThat(catalog.elsewhere())
                    .allSatisfy(elsewhere -> assertThat(catalog.rowIds()).containsAll(elsewhere.rows()));
        }
    }
}
