package dev.sallyport.testkit.inspection;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.run.Endpoints;
import dev.sallyport.scenarios.DefaultLab;
import dev.sallyport.testkit.loopback.LoopbackLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One flow of each kind that the documented ports have, walked between our own roles while loopback is captured. */
final class InspectedFlows {
    private final Recording recording;
    private final Map<Kind, Conversation> conversations;

    private InspectedFlows(Recording recording, Map<Kind, Conversation> conversations) {
        this.recording = recording;
        this.conversations = conversations;
    }

    /**
     * Walks them one after the other.
     *
     * @param directory where the capture is written
     * @param network the first half of addresses of loopback that nobody else uses: {@code 127.77}
     * @throws IllegalStateException if a flow does not complete: what was captured of it is no whole exchange
     */
    static InspectedFlows walked(Path directory, String network) throws IOException {
        try (LoopbackLab lab = LoopbackLab.of(DefaultLab.text().replace("127.0.", network + "."));
                Capture capture = Capture.of(directory, network)) {
            Map<Kind, Check> checks = oneOfEachKind(lab.plan());
            serve(lab, checks);
            Map<Kind, Conversation> conversations = new TreeMap<>();
            checks.forEach((kind, check) -> conversations.put(kind, walked(lab, check)));
            return new InspectedFlows(capture.ended(), conversations);
        }
    }

    /** Returns what the engines call each flow, each read alone by engines that have seen no other. */
    Map<Kind, Names> named(Path directory, Engine tshark, Engine ndpi) {
        Map<Kind, Names> named = new TreeMap<>();
        conversations.forEach((kind, conversation) -> {
            Path alone = written(directory, kind, conversation);
            named.put(kind, new Names(tshark.nameOf(alone), ndpi.nameOf(alone)));
        });
        return named;
    }

    private Path written(Path directory, Kind kind, Conversation conversation) {
        Path file = directory.resolve(kind.toString().replaceAll("\\W+", "-") + ".pcap");
        try {
            return Files.write(file, recording.only(conversation));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write the capture of " + kind, failure);
        }
    }

    private static Map<Kind, Check> oneOfEachKind(Plan plan) {
        Map<Kind, Check> checks = new TreeMap<>();
        plan.checks().stream()
                .filter(Check::spoken)
                .forEach(check -> checks.putIfAbsent(Kind.of(check), atOnePort(check)));
        return checks;
    }

    private static Check atOnePort(Check check) {
        return new Check(
                check.id(),
                check.rows(),
                check.expect(),
                check.optional(),
                check.flow(),
                check.ports().subList(0, 1),
                check.exchange(),
                check.spoken(),
                check.callsBack(),
                check.source(),
                check.firewalls());
    }

    private static void serve(LoopbackLab lab, Map<Kind, Check> checks) {
        List<Check> all = List.copyOf(checks.values());
        Plan plan = new Plan("", "", List.of(), all, List.of());
        Endpoints.of(all).keySet().forEach(host -> lab.serve(host, plan));
    }

    private static Conversation walked(LoopbackLab lab, Check check) {
        List<Attempt> attempts = lab.attempt(check);
        Attempt last = attempts.get(attempts.size() - 1);
        if (!last.contact().ending().completed()) {
            throw new IllegalStateException(
                    check.id() + " did not complete: " + last.contact().ending());
        }
        return Conversation.of(check.flow().transport(), last);
    }
}
