package dev.sallyport.testkit.inspection;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.testkit.verdicts.Site;
import dev.sallyport.testkit.verdicts.SpokenChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** One flow of each kind that our roles speak, walked between our own roles while their firewall is watched. */
final class InspectedFlows {
    private final Recording recording;
    private final Map<Kind, Conversation> conversations;

    private InspectedFlows(Recording recording, Map<Kind, Conversation> conversations) {
        this.recording = recording;
        this.conversations = conversations;
    }

    /**
     * Walks them one after the other through the firewall of a namespace lab.
     *
     * @param directory where the capture is written
     * @throws IllegalStateException if a flow does not complete: what was captured of it is no whole exchange
     */
    static InspectedFlows walked(Path directory) {
        try (Site site = Site.of(SpokenChecks.SITE)) {
            Map<Kind, Check> checks = oneOfEachKind(SpokenChecks.of(site.file()));
            // Every flow that crosses the firewall passes this side of it once.
            String zone = site.file().networks().iterator().next();
            try (Capture capture = Capture.of(directory, site.namespaces(), zone)) {
                List<Attempt> attempts = site.walk(List.copyOf(checks.values()));
                return new InspectedFlows(capture.ended(), conversations(checks, attempts));
            }
        }
    }

    private static Map<Kind, Check> oneOfEachKind(SpokenChecks spoken) {
        Map<Kind, Check> checks = new TreeMap<>();
        Stream.concat(spoken.asked(), spoken.unasked()).forEach(check -> checks.putIfAbsent(Kind.of(check), check));
        return checks;
    }

    private static Map<Kind, Conversation> conversations(Map<Kind, Check> checks, List<Attempt> attempts) {
        Map<Kind, Conversation> conversations = new TreeMap<>();
        checks.forEach((kind, check) ->
                conversations.put(kind, Conversation.of(check.flow().transport(), completed(check, attempts))));
        return conversations;
    }

    private static Attempt completed(Check check, List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.check().equals(check.id()))
                .filter(attempt -> attempt.contact().ending().completed())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(check.id() + " did not complete: "
                        + attempts.stream()
                                .filter(attempt -> attempt.check().equals(check.id()))
                                .map(attempt -> attempt.contact().ending())
                                .toList()));
    }

    /** Returns what the engines call each flow, each read alone by engines that have seen no other. */
    Map<Kind, Names> named(Path directory, Engine tshark, Engine ndpi) {
        Map<Kind, Names> named = new ConcurrentSkipListMap<>();
        conversations.entrySet().parallelStream().forEach(flow -> {
            Path alone = written(directory, flow.getKey(), flow.getValue());
            named.put(flow.getKey(), new Names(tshark.nameOf(alone), ndpi.nameOf(alone)));
        });
        return named;
    }

    /** In a directory of its own: an engine keeps what it writes there. */
    private Path written(Path directory, Kind kind, Conversation conversation) {
        Path own = directory.resolve(kind.toString().replaceAll("\\W+", "-"));
        try {
            Files.createDirectory(own);
            return Files.write(own.resolve("flow.pcap"), recording.only(conversation));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write the capture of " + kind, failure);
        }
    }
}
