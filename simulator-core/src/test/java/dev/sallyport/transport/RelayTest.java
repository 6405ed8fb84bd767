package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Source;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.identity.Identity;
import dev.sallyport.identity.Pem;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Patience;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relays over real sockets, between two addresses of loopback. */
@Timeout(60)
class RelayTest {

    private static final InetAddress CLIENT = address("127.0.0.21");
    private static final InetAddress EDGE = address("127.0.0.22");
    /** One attempt, however slow the machine. */
    private static final Patience PATIENCE =
            new Patience(List.of(Duration.ZERO), Duration.ofSeconds(20), Duration.ofSeconds(20));

    private static final Set<String> RELAYS = Set.of("stun", "turn", "msturn");

    private final Directory lab = new Directory(Map.of(), Set.of(CLIENT, EDGE), Map.of());

    @ParameterizedTest(name = "{0} over {1}")
    @CsvSource({
        "stun/binding, UDP",
        "turn/allocate, UDP",
        "turn/relay, UDP",
        "turn/relay, TCP",
        "msturn/relay, UDP",
        "msturn/relay, TCP",
        "msturn/relay-by-spec, UDP"
    })
    void oneEndpointServesStunAndBothKindsOfTurn(String exchange, Transport transport) throws Exception {
        try (Network network = new Network();
                LocalAgent client = agent("client", network);
                LocalAgent edge = agent("edge", network)) {
            Endpoint endpoint = new Endpoint(EDGE, freePort(transport), transport, Set.of(Security.NONE), RELAYS);
            List<Listening> listening =
                    edge.arm(List.of(endpoint)).toCompletableFuture().get();
            assertThat(listening).allSatisfy(it -> assertThat(it.problem()).isEmpty());
            Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
            client.fire(List.of(check(exchange, endpoint)), PATIENCE, attempts::add)
                    .toCompletableFuture()
                    .get();

            assertThat(attempts).allSatisfy(attempt -> {
                assertThat(attempt.contact().ending().detail()).isEmpty();
                assertThat(attempt.contact().ending().completed()).isTrue();
            });
            assertThat(edge.collect().toCompletableFuture().get().seen()).allSatisfy(contact -> {
                assertThat(contact.nonces())
                        .containsAnyElementsOf(attempts.peek().contact().nonces());
            });
        }
    }

    private LocalAgent agent(String name, Network network) throws IOException {
        return new LocalAgent(
                name,
                name + ".contoso.lab",
                "contoso.lab",
                List.of("edge"),
                identity(),
                lab,
                Protocols.spoken(),
                network,
                Clock.systemUTC());
    }

    private static Check check(String exchange, Endpoint endpoint) {
        Flow flow = new Flow(
                party("client", CLIENT),
                party("edge", EDGE),
                endpoint.transport(),
                PortRange.of(endpoint.port()),
                Optional.empty(),
                exchange.substring(0, exchange.indexOf('/')),
                Security.NONE);
        return new Check(
                exchange,
                List.of("CLI-05"),
                Expectation.ALLOW,
                false,
                flow,
                List.of(endpoint.port()),
                exchange,
                true,
                false,
                new Source(CLIENT, true),
                List.of());
    }

    private static Party party(String host, InetAddress address) {
        return new Party(host, "edge", "", "outside", address, address, host + ".contoso.lab", "contoso.lab");
    }

    private static Identity identity() throws IOException {
        return new Pem(text("key.pem"), text("cert.pem"), text("ca.pem")).identity();
    }

    private static String text(String file) throws IOException {
        try (var in = Identity.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static int freePort(Transport transport) throws IOException {
        if (transport == Transport.UDP) {
            try (DatagramSocket socket = new DatagramSocket(0, EDGE)) {
                return socket.getLocalPort();
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, EDGE)) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
