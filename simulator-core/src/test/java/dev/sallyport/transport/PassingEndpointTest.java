package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Hop;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassingEndpointTest {

    private static final int LARGE = 4 * 1024 * 1024;

    private final Network network = new Network();
    private final Arrivals arrivals = new Arrivals();
    private final InetAddress client = address("127.79.0.7");
    private final InetAddress balancer = address("127.79.0.9");
    private ServerSocket one;
    private ServerSocket two;
    private Channel door;

    @BeforeEach
    void listen() throws IOException {
        one = new ServerSocket(0, 50, address("127.79.0.1"));
        two = new ServerSocket(0, 50, address("127.79.0.2"));
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
        if (door != null) {
            door.close().syncUninterruptibly();
        }
        network.close();
    }

    @Test
    void everythingComesThroughAlthoughOneSideHasAlreadyFinished() throws Exception {
        open(Set.of(one.getInetAddress(), client), one);
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> readAllThenAnswer(one));
        byte[] large = new byte[LARGE];
        Arrays.fill(large, (byte) 'x');
        try (Socket socket = dial()) {
            socket.getOutputStream().write(large);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("heard you");
        }
        assertThat(read.join()).isEqualTo(LARGE);
        Contact contact = settled();
        Contact onward = contact.onward().orElseThrow();
        assertThat(contact.ending().completed()).isTrue();
        assertThat(onward.ending().completed()).isTrue();
        assertThat(contact.received()).isEqualTo(whole(onward.sent().digest(), LARGE));
        assertThat(onward.received().bytes()).isEqualTo(contact.sent().bytes()).isEqualTo("heard you".length());
    }

    @Test
    void theMemberSeesTheBalancersAddress() throws Exception {
        open(Set.of(one.getInetAddress(), client), one);
        try (Socket socket = dial();
                Socket there = one.accept()) {
            assertThat(there.getInetAddress()).isEqualTo(balancer);
            assertThat(arrivals.contacts().get(0).remote().getPort()).isEqualTo(socket.getLocalPort());
        }
    }

    @Test
    void eachSourceGoesRoundTheMembers() throws Exception {
        open(Set.of(one.getInetAddress(), two.getInetAddress(), client), one, two);
        for (int i = 0; i < 4; i++) {
            dial().close();
        }
        await().until(() -> arrivals.contacts().size() == 4);
        List<InetAddress> met = arrivals.contacts().stream()
                .map(contact -> contact.onward().orElseThrow().remote().getAddress())
                .toList();
        assertThat(met.get(0)).isEqualTo(met.get(2)).isNotEqualTo(met.get(1));
        assertThat(met.get(1)).isEqualTo(met.get(3));
    }

    @Test
    void aMemberThatRefusesIsToldAndTheCallerIsReset() throws Exception {
        open(Set.of(one.getInetAddress(), client), one);
        one.close();
        try (Socket socket = dial()) {
            assertThat(CompletableFuture.supplyAsync(() -> end(socket)).join()).isIn("reset", "closed");
        }
        Contact onward = settled().onward().orElseThrow();
        assertThat(onward.ending().stage()).isEqualTo(Stage.CONNECT);
        assertThat(onward.ending().how()).isEqualTo(How.REFUSED);
    }

    @Test
    void aResetIsPassedOn() throws Exception {
        open(Set.of(one.getInetAddress(), client), one);
        try (Socket socket = dial()) {
            Socket there = one.accept();
            there.setSoLinger(true, 0);
            there.close();
            assertThat(end(socket)).isEqualTo("reset");
        }
        Contact contact = settled();
        assertThat(contact.ending().how()).isEqualTo(How.CLOSED);
        assertThat(contact.onward().orElseThrow().ending().how()).isEqualTo(How.RESET);
    }

    @Test
    void nothingIsPassedOnOutsideTheLab() throws Exception {
        open(Set.of(client), one);
        try (Socket socket = dial()) {
            assertThat(end(socket)).isIn("reset", "closed");
        }
        Contact onward = settled().onward().orElseThrow();
        assertThat(onward.ending().how()).isEqualTo(How.LOCAL);
        assertThat(onward.ending().detail()).contains("127.79.0.1 is no address of this lab");
    }

    private void open(Set<InetAddress> lab, ServerSocket... members) {
        Directory directory = new Directory(Map.of(), lab, Map.of());
        List<Hop> hops = Arrays.stream(members)
                .map(member -> new Hop(balancer, (InetSocketAddress) member.getLocalSocketAddress()))
                .toList();
        Endpoint endpoint = new Endpoint(balancer, 0, Transport.TCP, Set.of(Security.NONE), Set.of("sip"), hops);
        door = new PassingEndpoint(network, directory, Clock.systemUTC(), endpoint, arrivals)
                .bind()
                .syncUninterruptibly()
                .channel();
    }

    private Socket dial() throws IOException {
        InetSocketAddress at = (InetSocketAddress) door.localAddress();
        return new Socket(at.getAddress(), at.getPort(), client, 0);
    }

    private Contact settled() {
        await().until(() -> !arrivals.contacts().isEmpty() && arrivals.settled());
        return arrivals.contacts().get(0);
    }

    private static Traffic whole(String digest, long bytes) {
        return new Traffic(bytes, digest, true);
    }

    private static int readAllThenAnswer(ServerSocket server) {
        try (Socket there = server.accept()) {
            InputStream in = there.getInputStream();
            int read = in.readAllBytes().length;
            there.getOutputStream().write("heard you".getBytes(StandardCharsets.US_ASCII));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Socket socket) {
        try {
            return socket.getInputStream().read() < 0 ? "closed" : "bytes";
        } catch (IOException e) {
            return e.getMessage().toLowerCase(Locale.ROOT).contains("reset") ? "reset" : e.getMessage();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
