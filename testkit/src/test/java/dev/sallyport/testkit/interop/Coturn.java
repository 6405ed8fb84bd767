package dev.sallyport.testkit.interop;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The programs of coturn 4.6 at one address: its TURN server, its TURN and STUN clients, its echoing peer.
 *
 * @param directory where they may write, each in a directory of its own
 * @param address the address they listen at and send from
 */
record Coturn(Path directory, String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern MESSAGES = Pattern.compile("tot_send_msgs=(\\d+), tot_recv_msgs=(\\d+)");
    private static final Pattern REFLEXIVE = Pattern.compile("UDP reflexive addr: (\\S+)");

    /**
     * What the TURN client came to.
     *
     * @param exit its exit status
     * @param sent messages it sent through relays, in the end
     * @param received messages that came back to it through relays
     * @param words all it wrote
     */
    record Relayed(int exit, int sent, int received, String words) {}

    /**
     * Starts the server, with credentials of the REST API under that secret, and returns once it listens. Of a client it
     * tells what it counted when that has gone, over UDP some seconds later.
     */
    PeerProcess answer(int port, String realm, String secret) {
        return server(place("server"), port, realm, secret, List.of("--no-tls"));
    }

    /** Starts the server likewise, for TLS with that certificate. */
    PeerProcess answerOverTls(int port, String realm, String secret, Identity identity) {
        Path place = place("server");
        new IdentityFolder(place).write(identity);
        List<String> tls = List.of(
                "--tls-listening-port=" + port,
                "--cert=" + place.resolve(IdentityFolder.CERT),
                "--pkey=" + place.resolve(IdentityFolder.KEY));
        return server(place, port, realm, secret, tls);
    }

    private PeerProcess server(Path place, int port, String realm, String secret, List<String> doors) {
        List<String> words = new ArrayList<>(List.of(
                "turnserver",
                "-n",
                "--verbose",
                "--log-file=stdout",
                "--simple-log",
                "--listening-ip=" + address,
                "--relay-ip=" + address,
                "--listening-port=" + port,
                "--realm=" + realm,
                "--use-auth-secret",
                "--static-auth-secret=" + secret,
                "--fingerprint",
                "--allow-loopback-peers",
                "--no-dtls",
                "--no-cli",
                "--max-allocate-timeout=2",
                "--userdb=" + place.resolve("turndb"),
                "--pidfile=" + place.resolve("pid")));
        words.addAll(doors);
        PeerProcess server = PeerProcess.start(place, Map.of(), words);
        try {
            await(server, "UDP listener opened on");
            await(server, "TCP listener opened on : " + address + ":" + port);
            return server;
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /** Starts the peer, which returns each datagram to its sender. */
    PeerProcess echo(int port) {
        PeerProcess peer = PeerProcess.start(
                place("peer"), Map.of(), List.of("turnutils_peer", "-L", address, "-p", Integer.toString(port), "-v"));
        Awaitility.await("coturn's peer listening at " + address + ":" + port)
                .atMost(PATIENCE)
                .until(() -> ListeningSockets.includeUdp(address, port) || !peer.isRunning());
        return peer;
    }

    /** Lets the client send five messages of 100 bytes through each of its relays, to the end. */
    Relayed relay(String server, int port, String... arguments) {
        List<String> words = new ArrayList<>(List.of("turnutils_uclient", "-c", "-n", "5", "-L", address));
        words.addAll(List.of("-p", Integer.toString(port)));
        words.addAll(Arrays.asList(arguments));
        words.add(server);
        try (PeerProcess client = PeerProcess.start(place("client"), Map.of(), words)) {
            int exit = client.awaitEnd(PATIENCE);
            Matcher messages = MESSAGES.matcher(client.output());
            int sent = 0;
            int received = 0;
            while (messages.find()) {
                sent = Integer.parseInt(messages.group(1));
                received = Integer.parseInt(messages.group(2));
            }
            return new Relayed(exit, sent, received, client.output());
        }
    }

    /** Asks a STUN server where this end is seen, and returns the address and port; all it wrote, where none came. */
    String reflexive(String server, int port) {
        List<String> words = List.of("turnutils_stunclient", "-L", address, "-p", Integer.toString(port), server);
        try (PeerProcess client = PeerProcess.start(place("stunclient"), Map.of(), words)) {
            Awaitility.await("coturn's STUN client telling an address")
                    .atMost(PATIENCE)
                    .until(() -> REFLEXIVE.matcher(client.output()).find() || !client.isRunning());
            Matcher reflexive = REFLEXIVE.matcher(client.output());
            return reflexive.find() ? reflexive.group(1) : client.output();
        }
    }

    /** Awaits that a program of coturn's has written these words. */
    static void await(PeerProcess process, String words) {
        Awaitility.await("coturn to say '" + words + "'")
                .atMost(PATIENCE)
                .until(() -> process.output().contains(words) || !process.isRunning());
        if (!process.output().contains(words)) {
            throw new IllegalStateException("coturn ended before it said '" + words + "': " + process.output());
        }
    }

    private Path place(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not make a directory for coturn's " + name, failure);
        }
    }
}
