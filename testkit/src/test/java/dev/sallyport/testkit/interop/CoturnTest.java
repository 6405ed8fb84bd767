package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import dev.sallyport.testkit.interop.Coturn.Relayed;
import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * coturn as a client of our A/V Edge's relay (at the endpoints of EDGE-014 and EDGE-015), and as a partner's relay (at
 * those of EDGE-013 and EDGE-016). No row asks for standard TURN there; Lync's own dialect nobody else speaks.
 */
@RequiresPeer(
        value = {"turnserver", "turnutils_uclient", "turnutils_peer", "turnutils_stunclient"},
        root = true)
class CoturnTest {
    private static final String AV_EDGE = "127.53.71.1";
    private static final String CLIENT = "127.53.71.2";
    private static final String PARTNER = "127.53.71.3";
    private static final String ACCESS_EDGE = "127.53.71.4";

    private static final String FRONT_END = "127.53.71.5";
    private static final String INSIDE = "127.53.71.6";

    private static final String SECRET = "sallyport:contoso.lab";

    private final LoopbackLab lab =
            LoopbackLab.of("""
            lab: relay
            domain: contoso.lab
            zones: [perimeter, internet, internal]
            hosts:
              edge1:
                roles: [edge]
                addresses:
                  access: { zone: perimeter, address: %s }
                  av: { zone: perimeter, address: %s }
              client1: { zone: internet, address: %s, roles: [remote-client] }
              partner1: { zone: internet, address: %s, fqdn: edge.partner.lab, roles: [federated-partner] }
              fe1: { zone: internal, address: %s, roles: [front-end] }
              inside1: { zone: internal, address: %s, roles: [internal-client] }
            """.formatted(ACCESS_EDGE, AV_EDGE, CLIENT, PARTNER, FRONT_END, INSIDE));

    private Coturn client;
    private Coturn partner;

    @BeforeEach
    void playBothStrangers(@TempDir Path directory) {
        client = new Coturn(directory, CLIENT);
        partner = new Coturn(directory, PARTNER);
    }

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    @Nested
    class RelayingThroughOurEdge {
        @BeforeEach
        void serve() {
            List<Check> planned = lab.plan("EDGE-014", "EDGE-015").checks();
            List<Check> relays = planned.stream()
                    .map(check -> Unasked.on(check, "turn/relay"))
                    .toList();
            lab.serve(
                    "edge1",
                    Unasked.plan(
                            Stream.concat(planned.stream(), relays.stream()).toList()));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"over UDP, 3478, -y", "over TCP, 443, -t"})
        void messagesGoFromRelayToRelayOverChannels(String how, int port, String flag) {
            wentRoundByRelays(client.relay(AV_EDGE, port, "-y", flag, "-m", "2", "-u", "sallyport", "-W", SECRET));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"over UDP, 3478, -y", "over TCP, 443, -t"})
        void messagesGoFromRelayToRelayAsIndications(String how, int port, String flag) {
            wentRoundByRelays(
                    client.relay(AV_EDGE, port, "-s", "-y", flag, "-m", "2", "-u", "sallyport", "-W", SECRET));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"over UDP, 3478, -v", "over TCP, 443, -t"})
        void userSallyportIsLetInAndReachesAPeer(String how, int port, String flag) {
            try (PeerProcess peer = client.echo(3480)) {
                Relayed relayed = client.relay(
                        AV_EDGE, port, flag, "-e", CLIENT, "-r", "3480", "-u", "sallyport", "-w", "sallyport");
                assertThat(relayed.words()).contains("Total lost packets 0 ");
                assertThat(List.of(relayed.exit(), relayed.sent(), relayed.received()))
                        .as(relayed.words())
                        .containsExactly(0, 5, 5);
                assertThat(peer.isRunning()).isTrue();
            }
            assertThat(seen()).allSatisfy(CoturnTest::clientsAndUnderstood);
            assertThat(largest(seen())).isGreaterThan(5 * 100);
        }

        @Test
        void aWrongPasswordIsRefused() {
            Relayed relayed = client.relay(AV_EDGE, 443, "-t", "-y", "-u", "sallyport", "-w", "wrong");
            assertThat(relayed.exit()).as(relayed.words()).isNotZero();
            assertThat(relayed.words()).contains("Cannot complete Allocation");
            assertThat(relayed.received()).isZero();
            assertThat(seen()).isNotEmpty().allSatisfy(contact -> assertThat(
                            contact.received().bytes())
                    .isPositive());
        }

        @Test
        void nobodyOutsideTheLabIsReached() {
            Relayed relayed = client.relay(
                    AV_EDGE, 443, "-t", "-e", "127.99.99.99", "-r", "9", "-u", "sallyport", "-w", "sallyport");
            assertThat(relayed.exit()).as(relayed.words()).isNotZero();
            assertThat(relayed.words()).contains("403");
        }

        @Test
        void clientOfBareStunIsToldItsAddress() {
            String told = client.reflexive(AV_EDGE, 3478);
            assertThat(seen()).isNotEmpty().allSatisfy(CoturnTest::clientsAndUnderstood);
            assertThat(seen().stream()
                            .map(contact -> CLIENT + ":" + contact.remote().getPort()))
                    .contains(told);
        }

        private void wentRoundByRelays(Relayed relayed) {
            assertThat(List.of(relayed.exit(), relayed.sent(), relayed.received()))
                    .as(relayed.words())
                    .containsExactly(0, 10, 10);
            assertThat(seen()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(CoturnTest::clientsAndUnderstood);
            assertThat(seen().stream().filter(contact -> contact.received().bytes() > 5 * 100))
                    .hasSize(2);
        }

        private List<Contact> seen() {
            return lab.observed("edge1").seen();
        }
    }

    @Nested
    class AnsweringOurInitiators {
        @ParameterizedTest
        @EnumSource
        void ourBindingRequestIsAnswered(Transport transport) {
            try (PeerProcess server = answering(transport, "sallyport:" + realm())) {
                Contact ours = Completed.of(lab.attempt(asking("stun/binding", transport)));
                long sent = ours.sent().bytes();
                long received = ours.received().bytes();
                Coturn.await(
                        server,
                        " usage: realm=<" + realm() + ">, username=<>, rp=1, rb=" + sent + ", sp=1, sb=" + received);
            }
        }

        @ParameterizedTest
        @EnumSource
        void ourAllocationIsMadeAndReleased(Transport transport) {
            try (PeerProcess server = answering(transport, "sallyport:" + realm())) {
                Completed.of(lab.attempt(asking("turn/allocate", transport)));
                Coturn.await(server, "error 401");
                Coturn.await(server, "ALLOCATE processed, success");
                Coturn.await(server, "lifetime=0");
            }
        }

        @ParameterizedTest
        @EnumSource
        void ourDataPassesBothWays(Transport transport) {
            try (PeerProcess server = answering(transport, "sallyport:" + realm())) {
                Contact ours = Completed.of(lab.attempt(asking("turn/relay", transport)));
                String user = "2147483647:" + ours.nonces().get(0);
                Coturn.await(
                        server, "realm <" + realm() + "> user <" + user + ">: incoming packet CHANNEL_BIND processed");
                Coturn.await(server, "CREATE_PERMISSION processed, success");
                Coturn.await(
                        server,
                        "peer usage: realm=<" + realm() + ">, username=<" + user + ">, rp=2, rb=64, sp=2, sb=64");
            }
        }

        @Test
        void aServerOfAnotherSecretLetsUsNotIn() {
            try (PeerProcess server = answering(Transport.TCP, "another")) {
                assertThat(lab.attempt(asking("turn/allocate", Transport.TCP)))
                        .isNotEmpty()
                        .allSatisfy(attempt -> {
                            assertThat(attempt.contact().ending().completed()).isFalse();
                            assertThat(attempt.contact().ending().detail()).contains("401");
                        });
                assertThat(server.output()).doesNotContain("ALLOCATE processed, success");
            }
        }

        private PeerProcess answering(Transport transport, String secret) {
            return partner.answer(asking("turn/relay", transport).ports().get(0), realm(), secret);
        }

        private String realm() {
            return asking("turn/relay", Transport.UDP).flow().to().domain();
        }

        private Check asking(String exchange, Transport transport) {
            return lab.plan("EDGE-013", "EDGE-016").checks().stream()
                    .filter(check -> check.flow().transport() == transport)
                    .filter(check -> check.flow().to().host().equals("partner1"))
                    .findFirst()
                    .map(check -> Unasked.on(check, exchange))
                    .orElseThrow();
        }
    }

    /** What a row does ask for: TURN in TLS, at the Bandwidth Policy Service (SRV-36). */
    @Nested
    class OverTls {
        private final Check allocate = lab.plan("SRV-36").checks().stream()
                .filter(check -> check.flow().from().host().equals("inside1"))
                .findFirst()
                .orElseThrow();

        @Test
        void messagesGoFromRelayToRelay(@TempDir Path directory) {
            lab.serve("fe1", Unasked.plan(List.of(allocate)));
            Relayed relayed = new Coturn(directory, INSIDE)
                    .relay(FRONT_END, 448, "-y", "-t", "-S", "-m", "2", "-u", "sallyport", "-W", SECRET);
            assertThat(List.of(relayed.exit(), relayed.sent(), relayed.received()))
                    .as(relayed.words())
                    .containsExactly(0, 10, 10);
            assertThat(lab.observed("fe1").seen().stream()
                            .filter(contact -> contact.received().bytes() > 5 * 100)
                            .map(contact -> contact.tls().map(TlsSeen::version).orElse("none")))
                    .containsExactly("TLSv1.2", "TLSv1.2");
        }

        @Test
        void ourAllocationIsMadeAndReleased(@TempDir Path directory) {
            Coturn frontEnd = new Coturn(directory, FRONT_END);
            try (PeerProcess server = frontEnd.answerOverTls(448, "contoso.lab", SECRET, lab.identity("fe1"))) {
                Completed.of(lab.attempt(allocate));
                Coturn.await(server, "ALLOCATE processed, success");
                Coturn.await(server, "lifetime=0");
            }
        }
    }

    /** The client ends without hearing the last answers, which resets its connection. */
    private static void clientsAndUnderstood(Contact contact) {
        assertThat(contact.ending().how()).as("%s", contact.ending()).isIn(How.COMPLETED, How.RESET);
        assertThat(contact.ending().stage()).isEqualTo(Stage.REPLY);
        assertThat(contact.remote().getAddress().getHostAddress()).isEqualTo(CLIENT);
    }

    private static long largest(List<Contact> contacts) {
        return contacts.stream()
                .mapToLong(contact -> contact.received().bytes())
                .max()
                .orElse(0);
    }
}
