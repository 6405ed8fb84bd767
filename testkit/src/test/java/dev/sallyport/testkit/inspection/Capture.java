package dev.sallyport.testkit.inspection;

import dev.sallyport.testkit.firewall.NamespaceLab;
import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A capture at the firewall of a namespace lab, as {@code dumpcap} takes it.
 *
 * <p>A datagram to a port where nobody listens marks its beginning and its end: once dumpcap has written one, it has
 * written everything before it.
 */
final class Capture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Sends the first argument to the discard port of the second. */
    private static final String SEND = "printf %s \"$0\" > /dev/udp/$1/9";

    private final Path file;
    private final NamespaceLab lab;
    private final String zone;
    private final PeerProcess dumpcap;

    private Capture(Path file, NamespaceLab lab, String zone, PeerProcess dumpcap) {
        this.file = file;
        this.lab = lab;
        this.zone = zone;
        this.dumpcap = dumpcap;
    }

    /**
     * Captures from now on what passes between one zone and the firewall.
     *
     * @param directory where the file is written
     * @param zone the zone of the lab's first host, as a network: {@code 10.1.0.0/24}
     */
    static Capture of(Path directory, NamespaceLab lab, String zone) {
        Path file = directory.resolve("capture.pcap");
        List<String> dumpcap =
                List.of("dumpcap", "-q", "-P", "-i", lab.interfaceInto(zone), "-B", "64", "-w", file.toString());
        List<String> words = Stream.concat(lab.commandAtFirewall().stream(), dumpcap.stream())
                .toList();
        Capture capture = new Capture(file, lab, zone, PeerProcess.start(directory, Map.of(), words));
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

    /** Sent again and again, to the firewall's own address: dumpcap may not capture yet. */
    private boolean sent(String mark) {
        String firewall = zone.replaceFirst("\\d+/\\d+$", "1");
        return lab.exec(lab.hosts().get(0), "bash", "-c", SEND, mark, firewall).exit() == 0;
    }

    private String written() {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read the capture " + file, failure);
        }
    }
}
