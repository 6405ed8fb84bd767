package dev.sallyport.testkit.inspection;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wireshark's tshark: names a flow by the dissectors that took its payload. */
final class Tshark implements Engine {
    /** What it calls a flow that no dissector took. */
    static final String UNKNOWN = "unknown";

    private static final Pattern VERSION = Pattern.compile("TShark \\(Wireshark\\) ([\\d.]+)");
    /** Carriers say nothing of what is carried; data is what nobody took. */
    private static final Set<String> CARRIERS =
            Set.of("eth", "ethertype", "ip", "tcp", "udp", "nbss", "rfc4571", "data");

    @Override
    public String version(Path directory) {
        Matcher version = VERSION.matcher(Engine.output(directory, List.of("tshark", "--version"), 0));
        return version.find() ? "tshark " + version.group(1) : "tshark of a version that it does not tell";
    }

    @Override
    public String nameOf(Path capture) {
        List<String> words = List.of(
                "tshark",
                "-n",
                "-r",
                capture.toString(),
                "-d",
                "tcp.port==5269,xmpp",
                "--enable-heuristic",
                "rtp_udp",
                "-T",
                "fields",
                "-e",
                "frame.protocols");
        Set<String> names = new LinkedHashSet<>();
        Engine.output(capture.getParent(), words, 0)
                .lines()
                .filter(line -> line.startsWith("eth:"))
                .map(Tshark::dissector)
                .forEach(dissector -> dissector.ifPresent(names::add));
        return names.isEmpty() ? UNKNOWN : String.join("+", names);
    }

    /** Returns the first above the carriers: {@code sip} of {@code eth:ethertype:ip:tcp:sip:sdp}. */
    private static Optional<String> dissector(String frame) {
        return Arrays.stream(frame.split(":"))
                .filter(layer -> !CARRIERS.contains(layer))
                .findFirst();
    }
}
