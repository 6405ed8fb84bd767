package dev.sallyport.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Source;
import dev.sallyport.exchange.How;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Endpoints;
import dev.sallyport.run.Patience;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.Directory.Speaker;
import dev.sallyport.transport.LocalAgent;
import dev.sallyport.transport.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalAgentTest {

    private static final InetAddress FE1 = address("127.0.0.21");
    private static final InetAddress FE2 = address("127.0.0.22");
    private static final Patience ONCE =
            new Patience(List.of(Duration.ZERO), Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final Patience TWICE =
            new Patience(List.of(Duration.ZERO, Duration.ofMillis(1)), Duration.ofSeconds(5), Duration.ofSeconds(4));

    private final LabCa ca = LabCa.create(new LabName("contoso", "contoso.lab"), KeyKind.EC_P256, Clock.systemUTC());
    private final Directory directory = new Directory(
            Map.of("fe1.contoso.lab", List.of(FE1), "fe2.contoso.lab", List.of(FE2)),
            Set.of(FE1, FE2),
            Map.of(
                    FE1, new Speaker("fe1.contoso.lab", "contoso.lab"),
                    FE2, new Speaker("fe2.contoso.lab", "contoso.lab")));
    private final Network network = new Network();
    private final LocalAgent fe1 = agent("fe1", FE1);
    private final LocalAgent fe2 = agent("fe2", FE2);
    private final BlockingQueue<Attempt> attempts = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        fe1.close();
        fe2.close();
        network.close();
    }

    @Test
    void attemptThatNobodyAnsweredTellsItsPort() throws Exception {
        done(fe1.fire(List.of(check("sip", "sip/options", freePort(), Security.NONE)), ONCE, attempts::add));

        Contact refused = attempts.take().contact();
        assertThat(refused.ending().how()).isEqualTo(How.REFUSED);
        assertThat(refused.local().getAddress()).isEqualTo(FE1);
        assertThat(refused.local().getPort()).isPositive();
    }

    @Test
    void attemptUnderWayWhenAnotherCompletesBelongsToTheRun() throws Exception {
        Check real = check("sip", "sip/options", freePort(), Security.NONE);
        done(fe2.arm(Endpoints.of(List.of(real)).get("fe2")));
        try (ServerSocket door = new ServerSocket(0, 5, FE2)) {
            Check check = check("sip", "sip/options", door.getLocalPort(), Security.NONE);
            CompletionStage<Void> fired = fe1.fire(List.of(check), TWICE, attempts::add);
            try (Socket mute = door.accept();
                    Socket answered = door.accept();
                    Socket behind = new Socket(FE2, real.ports().get(0))) {
                relay(answered, behind);
                relay(behind, answered);
                done(fired);

                assertThat(mute.isConnected()).isTrue();
                assertThat(done(fe1.collect()).attempts())
                        .extracting(attempt -> attempt.contact().ending().how())
                        .containsExactly(How.COMPLETED, How.SILENCE);
            }
        }
    }

    private static void relay(Socket from, Socket to) {
        Thread relay = new Thread(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException over) {
                // One of them went away.
            }
        });
        relay.setDaemon(true);
        relay.start();
    }

    @Test
    void bothEndsSeeTheRandomsOfOneHandshake() throws Exception {
        Check check = check("sip", "sip/options", freePort(), Security.MTLS);
        Contact far = only(walked(check).seen());
        Contact near = attempts.take().contact();

        assertThat(near.tls().orElseThrow().clientRandom()).hasSize(64);
        assertThat(near.tls().orElseThrow().clientRandom())
                .isEqualTo(far.tls().orElseThrow().clientRandom());
        assertThat(near.tls().orElseThrow().serverRandom())
                .isEqualTo(far.tls().orElseThrow().serverRandom());
    }

    @Test
    void connectionThatTheServiceClosedIsOver() throws Exception {
        Check check = check("xmpp", "xmpp/server", freePort(), Security.NONE);

        assertThat(only(walked(check).seen()).ending().how()).isEqualTo(How.COMPLETED);
    }

    private Observation walked(Check check) {
        done(fe2.arm(Endpoints.of(List.of(check)).get("fe2")));
        done(fe1.fire(List.of(check), ONCE, attempts::add));
        return done(fe2.collect());
    }

    private static <T> T only(List<T> several) {
        assertThat(several).hasSize(1);
        return several.get(0);
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private LocalAgent agent(String host, InetAddress address) {
        String fqdn = host + ".contoso.lab";
        return new LocalAgent(
                host,
                fqdn,
                "contoso.lab",
                List.of("front-end"),
                ca.issue(Request.of(fqdn, "contoso.lab").at(List.of(address))),
                directory,
                Protocols.spoken(),
                network,
                Clock.systemUTC());
    }

    private static Check check(String protocol, String exchange, int port, Security security) {
        Flow flow = new Flow(
                party("fe1", FE1),
                party("fe2", FE2),
                Transport.TCP,
                PortRange.of(port),
                Optional.empty(),
                protocol,
                security);
        return new Check(
                "fe1 > fe2 " + port + "/tcp",
                List.of("SRV-03"),
                Expectation.ALLOW,
                false,
                flow,
                List.of(port),
                exchange,
                true,
                false,
                new Source(FE1, true),
                List.of());
    }

    private static Party party(String host, InetAddress address) {
        return new Party(host, "front-end", "", "internal", address, address, host + ".contoso.lab", "contoso.lab");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, FE2)) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
