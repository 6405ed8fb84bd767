package dev.sallyport.testkit.inspection;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Endpoints;
import dev.sallyport.scenarios.DefaultLab;
import dev.sallyport.testkit.loopback.LoopbackLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One flow of each kind that our roles speak, walked between our own roles while loopback is captured. */
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
        List<Check> planned = plan.checks().stream().filter(Check::spoken).toList();
        Stream.concat(planned.stream(), unasked(planned))
                .forEach(check -> checks.putIfAbsent(Kind.of(check), walking(check, check.exchange())));
        return checks;
    }

    /** What our own roles speak and no row asks for, such as a relay's whole work: where a row has that protocol. */
    private static Stream<Check> unasked(List<Check> planned) {
        Set<String> asked = planned.stream().map(Check::exchange).collect(Collectors.toSet());
        return Protocols.spoken().all().stream()
                .flatMap(protocol -> protocol.exchanges().stream())
                .filter(exchange -> !asked.contains(exchange.name()))
                .flatMap(exchange -> planned.stream()
                        .filter(check -> check.exchange().startsWith(exchange.protocol() + "/"))
                        .filter(check ->
                                exchange.transports().contains(check.flow().transport()))
                        .map(check -> walking(check, exchange.name())));
    }

    /** Returns a check of one exchange at the first of its ports, under an id of its own. */
    private static Check walking(Check check, String exchange) {
        return new Check(
                check.id() + "#" + exchange,
                check.rows(),
                check.expect(),
                check.optional(),
                check.flow(),
                check.ports().subList(0, 1),
                exchange,
                check.spoken(),
                check.callsBack(),
                check.source(),
                check.firewalls(),
                check.leadsTo(),
                Optional.empty());
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
