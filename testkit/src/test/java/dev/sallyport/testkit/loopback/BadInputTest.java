package dev.sallyport.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Source;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Patience;
import dev.sallyport.testkit.loopback.BadClient.Visited;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.Directory.Speaker;
import dev.sallyport.transport.LocalAgent;
import dev.sallyport.transport.Network;
import dev.sallyport.transport.VisitBounds;
import dev.sallyport.transport.VisitLog;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every endpoint of every protocol, visited by clients that are none. */
@Timeout(120)
class BadInputTest {

    private static final InetAddress FE1 = address("127.0.0.31");
    private static final InetAddress FE2 = address("127.0.0.32");
    private static final InetAddress STRANGER = address("127.0.0.33");
    private static final VisitBounds SHORT =
            new VisitBounds(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3));
    private static final Patience ONCE =
            new Patience(List.of(Duration.ZERO), Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final int LARGEST_DATAGRAM = 65_507;

    private final LabCa ca = LabCa.create(new LabName("contoso", "contoso.lab"), KeyKind.EC_P256, Clock.systemUTC());
    private final Directory directory = new Directory(
            Map.of("fe1.contoso.lab", List.of(FE1), "fe2.contoso.lab", List.of(FE2)),
            Set.of(FE1, FE2),
            Map.of(
                    FE1, new Speaker("fe1.contoso.lab", "contoso.lab"),
                    FE2, new Speaker("fe2.contoso.lab", "contoso.lab")));
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final Network network = new Network(SHORT, VisitLog.unbounded(lines::add));
    private final LocalAgent fe1 = agent("fe1", FE1);
    private final LocalAgent fe2 = agent("fe2", FE2);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<ServerSocket> reserved = new ArrayList<>();
    private final BadClient client =
            new BadClient(FE1, ca.issue(Request.of("fe1.contoso.lab")).trusted());

    /** A service at an endpoint of its own, and what its proper client says first. */
    private record Target(Check check, byte[] proper) {

        InetSocketAddress address() {
            return new InetSocketAddress(FE2, check.ports().get(0));
        }

        boolean secured() {
            return check.flow().security() != Security.NONE;
        }

        /** Where TLS is spoken, a client may come without a certificate: this one has none. */
        Endpoint endpoint() {
            Set<Security> security = secured() ? Set.of(Security.TLS, Security.MTLS) : Set.of(Security.NONE);
            return new Endpoint(
                    FE2,
                    address().getPort(),
                    check.flow().transport(),
                    security,
                    Set.of(check.flow().protocol()));
        }

        String name() {
            return check.exchange() + (secured() ? " over TLS" : "") + " at "
                    + check.flow().transport().text();
        }
    }

    @AfterEach
    void close() {
        clients.shutdownNow();
        fe1.close();
        fe2.close();
        network.close();
    }

    @Test
    void everyTcpEndpointClosesTellsItInALineAndStaysUp() {
        List<Target> targets =
                armed(Stream.concat(targets(Transport.TCP, Security.NONE), targets(Transport.TCP, Security.MTLS))
                        .toList());

        List<Visited> visits =
                together(targets.stream().flatMap(this::badVisits).toList());

        assertThat(visits).allSatisfy(visit -> assertThat(visit.closed())
                .as(visit.name() + " is closed")
                .isTrue());
        await().atMost(Duration.ofSeconds(20)).until(() -> visits.stream().allMatch(visit -> told(visit) > 0));
        assertThat(visits).allSatisfy(visit -> assertThat(told(visit))
                .as(visit.name() + " is told in a line")
                .isEqualTo(1));
        assertThat(lines).hasSameSizeAs(visits);
        assertStillUp(targets);
    }

    @Test
    void everyUdpEndpointAnswersNoStrangerTellsWhatItLeftAndStaysUp() throws IOException {
        List<Target> targets = armed(targets(Transport.UDP, Security.NONE).toList());
        Map<String, DatagramSocket> sockets = new LinkedHashMap<>();
        Map<String, Integer> sent = new LinkedHashMap<>();
        for (Target target : targets) {
            badDatagrams(target.proper()).forEach((manner, bytes) -> {
                for (InetAddress from : List.of(FE1, STRANGER)) {
                    String name = target.name() + ", " + manner + " from " + from.getHostAddress();
                    sockets.put(name, sent(from, target.address(), bytes));
                    sent.put(name, bytes.length);
                }
            });
        }

        assertStillUp(targets);
        for (Map.Entry<String, DatagramSocket> each : sockets.entrySet()) {
            String name = each.getKey();
            int answered = answered(each.getValue());
            assertThat(answered).as(name + ": bytes answered").isLessThanOrEqualTo(mostAnswered(name, sent.get(name)));
            assertThat(told((InetSocketAddress) each.getValue().getLocalSocketAddress()))
                    .as(name + ": lines")
                    .isEqualTo(answered > 0 ? 0 : 1);
            each.getValue().close();
        }
    }

    /** Who is of the lab and asks properly may get more than he sent; nobody else does, and a stranger gets nothing. */
    private static int mostAnswered(String name, int sent) {
        boolean stranger = name.endsWith(STRANGER.getHostAddress());
        return stranger ? 0 : name.contains("PROPER") ? LARGEST_DATAGRAM : sent;
    }

    private static Map<String, byte[]> badDatagrams(byte[] proper) {
        byte[] oversized = Arrays.copyOf(proper, LARGEST_DATAGRAM);
        Arrays.fill(oversized, proper.length / 2, oversized.length, (byte) 'A');
        Map<String, byte[]> datagrams = new LinkedHashMap<>();
        datagrams.put("GARBAGE", BadManner.garbage());
        datagrams.put("HALF", BadManner.half(proper));
        datagrams.put("OVERSIZED", oversized);
        datagrams.put("EMPTY", new byte[0]);
        datagrams.put("PROPER", proper);
        return datagrams;
    }

    private static DatagramSocket sent(InetAddress from, InetSocketAddress to, byte[] bytes) {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(from, 0));
            socket.send(new DatagramPacket(bytes, bytes.length, to));
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that will come has come: the same endpoint has answered others since. */
    private static int answered(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(1);
        int answered = 0;
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
                socket.receive(packet);
                answered += packet.getLength();
            }
        } catch (SocketTimeoutException nothingMore) {
            return answered;
        }
    }

    private long told(Visited visit) {
        return told(visit.from());
    }

    private long told(InetSocketAddress from) {
        String who = from.getAddress().getHostAddress() + ":" + from.getPort() + " at ";
        return lines.stream().filter(line -> line.startsWith(who)).count();
    }

    private Stream<CompletableFuture<Visited>> badVisits(Target target) {
        Stream<BadManner> manners = Arrays.stream(BadManner.values());
        if (!target.secured()) {
            return manners.map(manner -> visit(target, manner, target.proper(), false));
        }
        Stream<CompletableFuture<Visited>> inTls = manners.map(manner -> visit(target, manner, target.proper(), true));
        Stream<CompletableFuture<Visited>> beforeTls =
                Arrays.stream(BadManner.values()).map(manner -> visit(target, manner, BadClient.clientHello(), false));
        return Stream.concat(inTls, beforeTls);
    }

    private CompletableFuture<Visited> visit(Target target, BadManner manner, byte[] proper, boolean inTls) {
        String name = target.name() + ", " + manner + (target.secured() && !inTls ? " before TLS" : "");
        return CompletableFuture.supplyAsync(
                () -> client.visit(name, target.address(), manner, proper, inTls), clients);
    }

    private Stream<Target> targets(Transport transport, Security security) {
        return Protocols.spoken().all().stream().flatMap(protocol -> target(protocol, transport, security).stream());
    }

    private <M> Optional<Target> target(Protocol<M> protocol, Transport transport, Security security) {
        return protocol.exchanges().stream()
                .filter(exchange -> exchange.transports().contains(transport))
                .filter(exchange -> exchange.answersAt() == Exchange.Answers.AT_FAR_END)
                .filter(exchange -> beginsAs(exchange.name(), security))
                .findFirst()
                .map(exchange -> new Target(
                        check(protocol.name(), exchange.name(), transport, security),
                        Opening.of(protocol, exchange, transport)));
    }

    /** XMPP begins TLS on its own, but for the gateway, where TLS comes first. */
    private static boolean beginsAs(String exchange, Security security) {
        return !exchange.startsWith("xmpp/") || exchange.equals("xmpp/gateway") == (security != Security.NONE);
    }

    private List<Target> armed(List<Target> targets) {
        reserved.forEach(BadInputTest::release);
        List<Listening> listening =
                done(fe2.arm(targets.stream().map(Target::endpoint).toList()));
        assertThat(listening).extracting(Listening::problem).containsOnly(Optional.empty());
        return targets;
    }

    private void assertStillUp(List<Target> targets) {
        ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
        done(fe1.fire(targets.stream().map(Target::check).toList(), ONCE, attempts::add));
        assertThat(attempts).hasSameSizeAs(targets);
        assertThat(attempts.stream()
                        .filter(attempt -> !attempt.contact().ending().completed())
                        .map(attempt ->
                                attempt.check() + ": " + attempt.contact().ending()))
                .as("proper exchanges that fail after the bad ones")
                .isEmpty();
    }

    private Check check(String protocol, String exchange, Transport transport, Security security) {
        int port = freePort();
        Flow flow = new Flow(
                party("fe1", FE1),
                party("fe2", FE2),
                transport,
                PortRange.of(port),
                Optional.empty(),
                protocol,
                security);
        return new Check(
                exchange + " " + port + "/" + transport.text(),
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

    /** Held until all are chosen, so that none is chosen twice. */
    private int freePort() {
        try {
            reserved.add(new ServerSocket(0, 1, FE2));
            return reserved.get(reserved.size() - 1).getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> together(List<CompletableFuture<T>> futures) {
        return futures.stream().map(CompletableFuture::join).toList();
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Party party(String host, InetAddress address) {
        return new Party(host, "front-end", "", "internal", address, address, host + ".contoso.lab", "contoso.lab");
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
