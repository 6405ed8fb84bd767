package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Attempt;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DHCP with strangers: dnsmasq informs our clients, and dhcping is informed by our server (CLI-01). */
@RequiresFirewall
@RequiresPeer({"dnsmasq", "dhcping"})
class DhcpTest {
    private static final String OURS = "10.55.0.10";
    private static final String THEIRS = "10.55.0.20";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String LAB = """
            lab: lent
            domain: contoso.lab
            zones: [internal]
            hosts:
              ours: { zone: internal, address: %s, roles: [internal-client, dhcp-server] }
              theirs: { zone: internal, address: %s, roles: [internal-client, dhcp-server] }
            """.formatted(OURS, THEIRS);

    private static Wire wire;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open(@TempDir Path directory) {
        wire = Wire.of(directory, LAB, "ours");
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    @Nested
    class InformedByDnsmasq {
        private static final String CHECK = "ours > theirs 67/udp";

        @Test
        void ourClientLearnsWhereItsRegistrarIs() {
            try (PeerProcess dnsmasq = dnsmasq(
                    "--dhcp-option=option:sip-server,pool1.contoso.lab",
                    "--dhcp-option=vendor:MS-UC-Client,1,MS-UC-Client",
                    "--dhcp-option=vendor:MS-UC-Client,2,https",
                    "--dhcp-option=vendor:MS-UC-Client,3,pool1.contoso.lab",
                    "--dhcp-option=vendor:MS-UC-Client,4,443",
                    "--dhcp-option=vendor:MS-UC-Client,5,/CertProv/CertProvisioningService.svc")) {
                assertThat(ending()).as(dnsmasq.output()).satisfies(ending -> assertThat(ending.completed())
                        .as("%s", ending)
                        .isTrue());
                assertThat(dnsmasq.output())
                        .contains("DHCPINFORM(eth0) " + OURS, "DHCPACK(eth0) " + OURS)
                        .contains("vendor class: MS-UC-Client")
                        .contains("option:120 sip-server", "option: 43 vendor-encap");
            }
        }

        @Test
        void aServerThatKnowsNothingOfLyncDoesNotDo() {
            try (PeerProcess dnsmasq = dnsmasq()) {
                Ending ending = ending();
                assertThat(ending.how()).as(dnsmasq.output()).isEqualTo(How.MALFORMED);
                assertThat(ending.detail()).contains("a DHCPACK without options 120 and 43");
                assertThat(dnsmasq.output()).contains("DHCPACK(eth0) " + OURS);
            }
        }

        private Ending ending() {
            List<Attempt> attempts = wire.attempt(CHECK);
            return attempts.get(attempts.size() - 1).contact().ending();
        }

        private PeerProcess dnsmasq(String... options) {
            List<String> words = new ArrayList<>(List.of(
                    "dnsmasq",
                    "--no-daemon",
                    "--conf-file=/dev/null",
                    "--port=0",
                    "--user=root",
                    "--log-dhcp",
                    "--pid-file=",
                    "--dhcp-leasefile=" + directory.resolve("leases"),
                    "--dhcp-range=10.55.0.0,static"));
            words.addAll(Arrays.asList(options));
            PeerProcess dnsmasq = wire.start("theirs", directory, words.toArray(String[]::new));
            Awaitility.await("dnsmasq starting")
                    .atMost(PATIENCE)
                    .until(() -> dnsmasq.output().contains("static leases only") || !dnsmasq.isRunning());
            return dnsmasq;
        }
    }

    @Nested
    class InformingDhcping {

        @BeforeAll
        static void serve() {
            wire.serve("ours", "CLI-01");
        }

        @Test
        void itGetsAnAnswerToItsInform() {
            assertThat(dhcping("-i")).contains("Got answer from: " + OURS);
            assertThat(wire.seen("ours", 67)).anySatisfy(contact -> {
                assertThat(contact.remote().getAddress().getHostAddress()).isEqualTo(THEIRS);
                assertThat(contact.sent().bytes()).isPositive();
            });
        }

        /** Addresses are not leased. */
        @Test
        void itGetsNoneToItsRequestForAnAddress() {
            assertThat(dhcping("-r")).contains("no answer");
            assertThat(wire.seen("ours", 67)).isNotEmpty();
        }

        private String dhcping(String kind) {
            try (PeerProcess dhcping = wire.start(
                    "theirs", directory, "dhcping", "-v", kind, "-c", THEIRS, "-s", OURS, "-h", "02:00:00:00:00:01")) {
                dhcping.awaitEnd(PATIENCE);
                return dhcping.output();
            }
        }
    }
}
