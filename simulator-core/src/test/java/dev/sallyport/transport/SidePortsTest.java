package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Octets;
import dev.sallyport.flow.PortRange;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SidePortsTest {

    private static final Octets DATA = Octets.utf8("data");

    private final InetAddress edge = address("127.0.0.22");
    private final InetAddress peer = address("127.0.0.21");
    private final InetAddress stranger = address("127.0.0.23");
    private final InetAddress known = address("203.0.113.9");
    private final Directory directory = new Directory(Map.of(), Set.of(edge, peer), Map.of(), Map.of(edge, known));
    private final List<Datagram> arrived = new CopyOnWriteArrayList<>();
    private Network network;
    private SidePorts ports;
    private Channel line;

    @BeforeEach
    void openALine() {
        network = new Network();
        ports = new SidePorts(network, directory);
        line = new Bootstrap()
                .group(network.loops())
                .channel(network.datagram())
                .handler(new ChannelInboundHandlerAdapter())
                .bind(edge, 0)
                .syncUninterruptibly()
                .channel();
    }

    @AfterEach
    void closeAll() {
        network.close();
    }

    @Test
    void portsCloseWithTheirLine() throws Exception {
        DatagramPort port = open(Optional.of(new PortRange(50_000, 59_999))).orElseThrow();
        assertThat(port.isOpen()).isTrue();
        assertThat(port.local().getPort()).isBetween(50_000, 59_999);
        line.close();

        await().until(() -> !port.isOpen());
    }

    @Test
    void aPublicAddressIsWhatPeersAreTold() throws Exception {
        DatagramPort port = open(Optional.empty()).orElseThrow();

        assertThat(port.published())
                .isEqualTo(new InetSocketAddress(known, port.local().getPort()));
    }

    @Test
    void strangersAreNeitherHeardNorReached() throws Exception {
        DatagramPort port = open(Optional.empty()).orElseThrow();
        try (DatagramSocket outside = new DatagramSocket(0, stranger);
                DatagramSocket inside = new DatagramSocket(0, peer)) {
            outside.send(new DatagramPacket(DATA.toArray(), DATA.length(), port.local()));
            inside.send(new DatagramPacket(DATA.toArray(), DATA.length(), port.local()));
            await().until(() -> !arrived.isEmpty());
            assertThat(arrived).containsExactly(new Datagram((InetSocketAddress) inside.getLocalSocketAddress(), DATA));

            assertThat(port.reaches(stranger)).isFalse();
            assertThat(port.reaches(peer)).isTrue();
        }
    }

    @Test
    void aRangeThatIsTakenGivesNone() throws Exception {
        DatagramPort taken = open(Optional.empty()).orElseThrow();

        assertThat(open(Optional.of(PortRange.of(taken.local().getPort())))).isEmpty();
    }

    private Optional<DatagramPort> open(Optional<PortRange> range) throws Exception {
        CompletableFuture<Optional<DatagramPort>> opened = new CompletableFuture<>();
        line.eventLoop().execute(() -> ports.bind(line, edge, range, arrived::add, opened::complete));
        return opened.get();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
