package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Check;
import dev.sallyport.check.Verdict;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.box.TlsTerminatingProxy;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Boxes that do more than let pass, each doing it for real: what they did is found, and named. */
@RequiresFirewall
@Timeout(180)
class InterferenceTest {

    private static final String MASQUERADE = """
              chain out {
                type nat hook postrouting priority 100;
                ip saddr 198.51.100.0/24 ip daddr 10.3.0.0/24 masquerade
              }
            """;

    private static Site site;
    private static List<Check> detours;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        site = Site.of("interference.yaml");
        detours = site.file().planned("alg");
        site.firewall().load(table(MASQUERADE));
        site.warmUp();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @AfterEach
    void onlyTranslates() {
        site.firewall().load(table(MASQUERADE));
    }

    private static String table(String chains) {
        return "table ip box {\n" + chains + "}\n";
    }

    private static CheckResult run(Check check) {
        return site.run(OneWrongRuleTest.PATIENCE, List.of(check)).checks().get(0);
    }

    private static Check detour(String id) {
        return detours.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        id + " is none of " + detours.stream().map(Check::id).toList()));
    }

    private static void found(CheckResult result, Verdict verdict, String... words) {
        assertThat(result.finding().verdict())
                .as(Found.words(result, site.firewall()))
                .isEqualTo(verdict);
        for (String word : words) {
            assertThat(result.finding().reason()).contains(word);
        }
    }

    /** The kernel's own SIP gateway, which rewrites what its NAT translates. */
    @Nested
    class TheKernelsSipGateway {

        private void listensOn(String transport) {
            site.firewall().load(table("""
                      ct helper gateway { type "sip" protocol %s; l3proto ip; }
                      chain in {
                        type filter hook prerouting priority -150;
                        %s dport 5060 ct helper set "gateway"
                      }
                    """.formatted(transport, transport) + MASQUERADE));
        }

        @Test
        void isNamedByWhatItRewroteOverUdp() {
            listensOn("udp");

            found(
                    run(detour("partner1 > edge1/access 5060/udp#alg")),
                    Verdict.ALTERED,
                    "edge1/access received another ",
                    "198.51.100.50",
                    " became ",
                    "10.3.0.1");
        }

        @Test
        void isNamedByWhatItRewroteOverTcp() {
            listensOn("tcp");

            found(
                    run(detour("partner1 > edge1/access 5060/tcp#alg")),
                    Verdict.ALTERED,
                    "edge1/access received another ",
                    " became ",
                    "10.3.0.1");
        }

        @Test
        void leavesAloneWhatItDoesNotListenTo() {
            listensOn("udp");

            found(run(detour("partner1 > edge1/access 5061/tcp#alg")), Verdict.OPEN);
        }
    }

    @Nested
    class ABoxThatEndsTls {

        private final Check check = site.check("partner1 > edge1/access 5061/tcp");
        private Process box;

        @AfterEach
        void endTheBox() throws InterruptedException {
            box.destroyForcibly().waitFor();
        }

        private void presentsACertificateOf(LabCa authority) throws IOException {
            IdentityFolder certificate = new IdentityFolder(folder);
            certificate.write(authority.issue(Request.of("sip.contoso.lab", "partner1.contoso.lab")));
            box = site.atFirewall(TlsTerminatingProxy.class, "9443", "10.3.0.10", "5061", folder.toString());
            assertThat(new String(box.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("ready");
            site.firewall().load(table("""
                      chain turned {
                        type nat hook prerouting priority -100;
                        ip saddr 198.51.100.50 tcp dport 5061 redirect to :9443
                      }
                    """ + MASQUERADE));
        }

        @Test
        void withAForeignAuthorityIsSeenByItsCertificate() throws IOException {
            presentsACertificateOf(
                    LabCa.create(new LabName("inspector", "inspector.test"), KeyKind.EC_P256, Clock.systemUTC()));

            found(run(check), Verdict.INTERCEPTED, "was shown the certificate", "edge1/access presents");
        }

        @Test
        void withTheLabsOwnAuthorityIsSeenAlthoughEverybodyBelievesIt() throws IOException {
            presentsACertificateOf(site.authority());

            CheckResult result = run(check);

            found(
                    result,
                    Verdict.INTERCEPTED,
                    "was shown the certificate",
                    "the randoms of partner1 and edge1/access do not agree",
                    "asked for a client certificate",
                    "a client certificate that partner1 did not send");
            assertThat(result.finding().how().text()).isEqualTo("completed");
        }
    }

    /** A box that answers the TCP handshake itself, and asks the far end only then. */
    @Nested
    class ASynProxy {

        private final Check check = site.check("partner1 > edge1/access 5061/tcp");

        private void answersFirst(String more) {
            Process strict =
                    site.namespaces().startAtFirewall("sysctl", "-qw", "net.netfilter.nf_conntrack_tcp_loose=0");
            assertThat(strict.onExit().join().exitValue()).isZero();
            site.firewall().load(table("""
                      chain handshake {
                        type filter hook forward priority -5;
                        tcp dport 5061 ct state invalid,untracked,new synproxy mss 1460 wscale 7 timestamp sack-perm
                        ct state invalid drop
                      }
                    """ + more));
        }

        @Test
        void isFoundWhereTheFarEndNeverHearsOfIt() {
            answersFirst("""
                      chain onward {
                        type filter hook output priority 0;
                        ip daddr 10.3.0.10 tcp dport 5061 drop
                      }
                    """);

            found(run(check), Verdict.IMPERSONATED, "in the place of edge1/access, which saw nothing of it");
        }
    }
}
