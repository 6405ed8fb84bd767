package dev.sallyport.testkit.inspection;

import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A capture of this machine's loopback, as {@code dumpcap} takes it.
 *
 * <p>A datagram to a port where nobody listens marks its beginning and its end: once dumpcap has written one, it has
 * written everything before it.
 */
final class Capture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DISCARD = 9;

    private final Path file;
    private final InetAddress marked;
    private final PeerProcess dumpcap;

    private Capture(Path file, InetAddress marked, PeerProcess dumpcap) {
        this.file = file;
        this.marked = marked;
        this.dumpcap = dumpcap;
    }

    /**
     * Captures from now on what goes to and from a network.
     *
     * @param directory where the file is written
     * @param network the first half of addresses of loopback that nobody else uses: {@code 127.77}
     */
    static Capture of(Path directory, String network) throws IOException {
        Path file = directory.resolve("capture.pcap");
        List<String> words = List.of(
                "dumpcap",
                "-q",
                "-P",
                "-i",
                "lo",
                "-B",
                "64",
                "-f",
                "net " + network + ".0.0/16",
                "-w",
                file.toString());
        InetAddress marked = InetAddress.getByName(network + ".255.1");
        Capture capture = new Capture(file, marked, PeerProcess.start(directory, Map.of(), words));
        capture.awaitMark("the capture begins");
        return capture;
    }

    /** Ends it, and returns everything from its beginning to now. */
    Recording ended() {
        awaitMark("the capture ends");
        close();
        return Recording.read(file);
    }

    @Override
    public void close() {
        dumpcap.close();
    }

    private void awaitMark(String mark) {
        Awaitility.await("dumpcap writing the mark '" + mark + "'")
                .atMost(PATIENCE)
                .until(() -> sent(mark) && (written().contains(mark) || !dumpcap.isRunning()));
        if (!dumpcap.isRunning()) {
            throw new IllegalStateException("dumpcap ended before it wrote '" + mark + "': " + dumpcap.output());
        }
    }

    /** Sent again and again: dumpcap may not capture yet. */
    private boolean sent(String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, marked, DISCARD));
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException("could not send a datagram to " + marked, failure);
        }
    }

    private String written() {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read the capture " + file, failure);
        }
    }
}
