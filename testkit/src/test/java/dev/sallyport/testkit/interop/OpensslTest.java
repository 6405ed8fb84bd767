package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Plan;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Security;
import dev.sallyport.identity.Identity;
import dev.sallyport.run.Verdicts;
import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenSSL at both ends of our TLS: with and without certificates, right and wrong ones. */
@RequiresPeer(value = "openssl", root = true)
class OpensslTest {
    private static final String FRONT_END = "127.54.72.1";
    private static final String DIRECTOR = "127.54.72.2";
    private static final String EDGE = "127.54.72.3";

    private static final String LAB = """
            lab: tls
            domain: contoso.lab
            zones: [internal]
            hosts:
              fe1: { zone: internal, address: %s, roles: [front-end] }
              director1: { zone: internal, address: %s, roles: [director] }
              edge1: { roles: [edge], addresses: { internal: { zone: internal, address: %s } } }
              client1: { zone: internal, address: 127.54.72.4, roles: [internal-client] }
            """.formatted(FRONT_END, DIRECTOR, EDGE);

    private final LoopbackLab lab = LoopbackLab.of(LAB);

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    /** Endpoints of each policy, with words that their service understands, and its answer. */
    private enum Door {
        SIP_MTLS("edge1", EDGE, 5061, true, Door.OPTIONS, "SIP/2.0 200 OK"),
        PSOM_MTLS("edge1", EDGE, 8057, true, "", "Verify return code: 0 (ok)"),
        C3P_MTLS("fe1", FRONT_END, 444, true, Door.GET, "HTTP/1.1 200 OK"),
        SIP_EITHER("fe1", FRONT_END, 5061, false, Door.OPTIONS, "SIP/2.0 200 OK"),
        PSOM_TLS("fe1", FRONT_END, 8057, false, "", "Verify return code: 0 (ok)"),
        HTTPS_TLS("fe1", FRONT_END, 443, false, Door.GET, "HTTP/1.1 200 OK");

        private static final String GET = "GET / HTTP/1.1\r\nHost: fe1.contoso.lab\r\n\r\n";
        private static final String OPTIONS = "OPTIONS sip:contoso.lab SIP/2.0\r\n"
                + "Via: SIP/2.0/TLS director1.contoso.lab;branch=z9hG4bKopenssl\r\n"
                + "Max-Forwards: 70\r\nFrom: <sip:openssl@contoso.lab>;tag=1\r\nTo: <sip:contoso.lab>\r\n"
                + "Call-ID: openssl\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";

        private final String host;
        private final String address;
        private final int port;
        private final boolean demanding;
        private final String said;
        private final String answer;

        Door(String host, String address, int port, boolean demanding, String said, String answer) {
            this.host = host;
            this.address = address;
            this.port = port;
            this.demanding = demanding;
            this.said = said;
            this.answer = answer;
        }
    }

    @Nested
    class ConnectingToOurEndpoints {
        private final Plan plan = lab.plan("SRV", "EDGE", "DIR");
        private Openssl client;

        @BeforeEach
        void serve(@TempDir Path directory) {
            lab.serve("fe1", plan);
            lab.serve("edge1", plan);
            client = Openssl.playing(lab.identity("director1"), directory, DIRECTOR);
        }

        @ParameterizedTest
        @EnumSource
        void clientWithACertificateIsAnswered(Door door) {
            String words = connect(door, client, client.certificate());
            assertThat(words).contains("Verify return code: 0 (ok)", "Protocol  : TLSv1.2", door.answer);
            TlsSeen tls = seen(door);
            assertThat(tls.version()).isEqualTo("TLSv1.2");
            assertThat(tls.own()).hasValue(fingerprint(lab.identity(door.host)));
            assertThat(tls.peer())
                    .isEqualTo(
                            tls.certificateRequested()
                                    ? Optional.of(fingerprint(lab.identity("director1")))
                                    : Optional.empty());
            assertThat(tls.refusal()).isEmpty();
            assertThat(words.contains("Acceptable client certificate CA names")).isEqualTo(tls.certificateRequested());
        }

        @ParameterizedTest
        @EnumSource
        void clientWithoutACertificateIsAnsweredUnlessOneIsDemanded(Door door) {
            String words = connect(door, client, List.of());
            TlsSeen tls = seen(door);
            assertThat(tls.peer()).isEmpty();
            if (door.demanding) {
                assertThat(words).contains("SSL alert number 42", "Acceptable client certificate CA names");
                assertThat(tls.refusal()).isPresent();
            } else {
                assertThat(words).contains("Verify return code: 0 (ok)", door.answer);
                assertThat(tls.refusal()).isEmpty();
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"SIP_MTLS", "PSOM_MTLS", "C3P_MTLS", "SIP_EITHER"})
        void certificateOfAnotherAuthorityIsRefused(Door door, @TempDir Path directory) {
            Openssl stranger = stranger(directory);
            String words = connect(door, stranger, stranger.certificate());
            assertThat(words).contains("alert certificate unknown");
            assertThat(seen(door).refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("PKIX"));
        }

        @Test
        void laterVersionsAreRefused() {
            String words = client.connect(EDGE + ":5061", "", "SSL alert", List.of("-tls1_3"));
            assertThat(words).contains("alert protocol version");
            assertThat(seen(Door.SIP_MTLS).refusal()).isPresent();
        }

        private Openssl stranger(Path directory) {
            try (LoopbackLab other = LoopbackLab.of(LAB)) {
                Identity strange = other.identity("director1");
                List<X509Certificate> trusted = lab.identity("fe1").trusted();
                return Openssl.playing(new Identity(strange.key(), strange.chain(), trusted), directory, DIRECTOR);
            }
        }

        private String connect(Door door, Openssl client, List<String> certificate) {
            List<String> words = new ArrayList<>(certificate);
            words.addAll(List.of("-tls1_2", "-verify_hostname", door.host + ".contoso.lab"));
            return client.connect(door.address + ":" + door.port, door.said, door.answer, words);
        }

        private TlsSeen seen(Door door) {
            List<Contact> seen = lab.observed(door.host).seen();
            assertThat(seen).hasSize(1);
            assertThat(seen.get(0).remote().getAddress().getHostAddress()).isEqualTo(DIRECTOR);
            return seen.get(0).tls().orElseThrow();
        }
    }

    @Nested
    class ConnectedToByOurInitiators {
        /** OpenSSL speaks no more than HTTP, and repeats no nonce: the handshake is what it witnesses. */
        private final Check asked = lab.plan("SRV-04").checks().stream()
                .filter(check -> check.flow().from().host().equals("director1"))
                .filter(check -> check.flow().security() == Security.MTLS)
                .map(check -> Unasked.on(check, "https/get"))
                .findFirst()
                .orElseThrow();

        @TempDir
        private Path directory;

        @Test
        void ourCertificateReachesItWithItsChain() {
            try (PeerProcess server = listening(lab.identity("fe1"))) {
                Contact ours = lab.attempt(asked).get(0).contact();
                assertThat(server.output()).contains("depth=1", "director1.contoso.lab", "verify return:1");
                assertThat(server.output()).doesNotContain("verify error", "alert");
                assertThat(ours.ending().detail()).contains("200 without this attempt's");
                TlsSeen tls = ours.tls().orElseThrow();
                assertThat(tls.version()).isEqualTo("TLSv1.2");
                assertThat(tls.certificateRequested()).isTrue();
                assertThat(tls.own()).hasValue(fingerprint(lab.identity("director1")));
                assertThat(tls.peer()).hasValue(fingerprint(lab.identity("fe1")));
                assertThat(tls.refusal()).isEmpty();
            }
        }

        @Test
        void certificateOfAnotherAuthorityIsRefusedByUs() {
            try (LoopbackLab other = LoopbackLab.of(LAB);
                    PeerProcess server = listening(other.identity("fe1"))) {
                Contact ours = lab.attempt(asked).get(0).contact();
                assertThat(ours.tls().flatMap(TlsSeen::refusal))
                        .hasValueSatisfying(why -> assertThat(why).contains("PKIX"));
                Openssl.await(server, "alert certificate unknown");
                foundAtTls();
            }
        }

        @Test
        void certificateOfAnotherHostIsRefusedByUs() {
            try (PeerProcess server = listening(lab.identity("edge1"))) {
                Contact ours = lab.attempt(asked).get(0).contact();
                assertThat(ours.tls().flatMap(TlsSeen::refusal))
                        .hasValueSatisfying(why -> assertThat(why).contains("not fe1.contoso.lab"));
                Openssl.await(server, "alert certificate unknown");
                foundAtTls();
            }
        }

        @Test
        void refusalOfOurCertificateIsItsAlertAndNotOurs() {
            try (LoopbackLab other = LoopbackLab.of(LAB)) {
                Identity own = lab.identity("fe1");
                Identity mistrusting = new Identity(
                        own.key(), own.chain(), other.identity("fe1").trusted());
                try (PeerProcess server = listening(mistrusting)) {
                    Contact ours = lab.attempt(asked).get(0).contact();
                    assertThat(server.output()).contains("verify error");
                    assertThat(ours.ending().stage()).isEqualTo(Stage.TLS);
                    assertThat(ours.ending().how().isAlert())
                            .as("%s", ours.ending())
                            .isTrue();
                    assertThat(ours.tls().flatMap(TlsSeen::refusal)).isEmpty();
                }
            }
        }

        /** The far end's own side is missing, as where no agent can be: the verdict is one-sided. */
        private void foundAtTls() {
            Plan plan = Unasked.plan(List.of(asked));
            Finding finding = Verdicts.of(plan, List.of(lab.observed("director1")), Instant.EPOCH, Duration.ZERO, false)
                    .checks()
                    .get(0)
                    .finding();
            assertThat(finding.stage()).isEqualTo(Stage.TLS);
            assertThat(finding.how().isAlert()).as("%s", finding).isTrue();
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        }

        private PeerProcess listening(Identity identity) {
            return Openssl.playing(identity, directory, FRONT_END)
                    .listen(asked.ports().get(0));
        }
    }

    private static String fingerprint(Identity identity) {
        try {
            byte[] certificate = identity.certificate().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
