package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Contact;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nmap, asked what our endpoints are: it names the services that our roles play. */
@RequiresFirewall
@RequiresPeer("nmap")
class NmapTest {
    private static final String SERVER = "10.54.0.10";
    private static final String RELAY = "10.54.0.22";
    private static final String SCANNER = "10.54.0.30";

    private static final String LAB = """
            lab: scanned
            domain: contoso.lab
            zones: [internal]
            hosts:
              fe1: { zone: internal, address: %s, roles: [front-end] }
              dhcp1: { zone: internal, address: 10.54.0.11, roles: [dhcp-server] }
              edge1:
                zone: internal
                roles: [edge]
                addresses:
                  internal: { address: 10.54.0.20 }
                  access: { address: 10.54.0.21 }
                  av: { address: %s }
              scanner1:
                zone: internal
                address: %s
                roles: [front-end, central-management, internal-client, remote-client]
            """.formatted(SERVER, RELAY, SCANNER);

    private static Wire wire;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open(@TempDir Path directory) {
        wire = Wire.of(directory, LAB, "fe1", "edge1", "dhcp1");
        wire.serve("fe1", "SRV-37", "SRV-01");
        wire.serve("edge1", "EDGE-014");
        wire.serve("dhcp1", "CLI-01");
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    @Test
    void itNegotiatesEveryDialectOfSmb2ThatWindows2012R2Has() {
        String said = nmap("-sT", "-p", "445", "--script", "smb-protocols", SERVER);
        assertThat(said)
                .contains("445/tcp open")
                .containsPattern("dialects:[ \\n|_]*202[ \\n|_]+210[ \\n|_]+300[ \\n|_]+302\\s");
        assertThat(said).doesNotContain("NT LM 0.12", "311");
        assertThat(seen("fe1", 445))
                .filteredOn(contact -> contact.sent().bytes() > 0)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void itNamesSqlServerByWhatTheBrowserSays() {
        String said = nmap("-sU", "-p", "1434", "-sV", "--version-light", SERVER);
        assertThat(said).contains("Microsoft SQL Server 11.0.3000.0 (ServerName: FE1; TCPPort: 49701)");
        assertThat(seen("fe1", 1434)).anySatisfy(NmapTest::wasAnswered);
    }

    /** In Nmap 7.93 the script finds instances and prints none, whatever server it asks: only its debugging tells them. */
    @Test
    void itsScriptReadsTheInstanceAndItsProduct() {
        String said = nmap("-sU", "-p", "1434", "--script", "ms-sql-info", "-d2", SERVER);
        assertThat(said).contains("InstanceName;RTCLOCAL;").contains("brandedVersion: 2012");
        assertThat(seen("fe1", 1434)).anySatisfy(NmapTest::wasAnswered);
    }

    @Test
    void itLearnsItsAddressByStun() {
        String said = nmap("-sU", "-p", "3478", "--script", "+stun-info", RELAY);
        assertThat(said).contains("3478/udp open ").contains("External IP: " + SCANNER);
        assertThat(seen("edge1", 3478)).anySatisfy(NmapTest::wasAnswered);
    }

    @Test
    void itIsInformedByDhcp() {
        String said = nmap("-sU", "-p", "67", "--script", "dhcp-discover", "10.54.0.11");
        assertThat(said).contains("DHCP Message Type: DHCPACK").contains("Server Identifier: 10.54.0.11");
        assertThat(seen("dhcp1", 67)).anySatisfy(NmapTest::wasAnswered);
    }

    private static void wasAnswered(Contact contact) {
        assertThat(contact.received().bytes()).isPositive();
        assertThat(contact.sent().bytes()).isPositive();
    }

    private static List<Contact> seen(String host, int port) {
        return wire.seen(host, port).stream()
                .filter(contact ->
                        contact.remote().getAddress().getHostAddress().equals(SCANNER))
                .toList();
    }

    private String nmap(String... arguments) {
        String[] words = Stream.concat(Stream.of("nmap", "-n", "-Pn"), Arrays.stream(arguments))
                .toArray(String[]::new);
        try (PeerProcess nmap = wire.start("scanner1", directory, words)) {
            assertThat(nmap.awaitEnd(Duration.ofSeconds(60))).as(nmap.output()).isZero();
            return nmap.output();
        }
    }
}
