package dev.sallyport.json;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What several records tell of one host.
 *
 * <p>Where they contradict each other, or do not cover an attempt, the observation says so: it is then no proof that
 * the host listened and saw nothing.
 */
final class MergedHost {

    private record Place(InetAddress address, int port, Transport transport) {}

    private final String host;
    private final List<Observation> observations = new ArrayList<>();
    private final List<RecordFile> listened = new ArrayList<>();
    private Optional<String> gap = Optional.empty();

    MergedHost(String host) {
        this.host = host;
    }

    void add(RecordFile file, Observation observation) {
        observations.add(observation);
        if (!observation.listening().isEmpty()) {
            listened.add(file);
        }
    }

    /** Takes note of an attempt towards this host, which one of its records should cover. */
    void expect(Attempt attempt) {
        boolean covered = listened.stream().anyMatch(file -> covers(file, attempt));
        if (!listened.isEmpty() && !covered && gap.isEmpty()) {
            gap = Optional.of("it listened " + periods() + " by its own clock, and an attempt towards it began at "
                    + attempt.contact().at() + " by the clock of the other end");
        }
    }

    private static boolean covers(RecordFile file, Attempt attempt) {
        return !attempt.contact().at().isBefore(file.startedAt())
                && !attempt.contact().at().isAfter(file.endedAt());
    }

    private String periods() {
        return listened.stream()
                .map(file -> "from " + file.startedAt() + " to " + file.endedAt())
                .collect(Collectors.joining(" and "));
    }

    Observation observation() {
        return new Observation(host, listening(), all(Observation::seen), all(Observation::attempts), trouble());
    }

    /** The same record may have been given twice. */
    private <T> List<T> all(Function<Observation, List<T>> part) {
        return observations.stream()
                .map(part)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    private Optional<String> trouble() {
        List<String> troubles = Stream.concat(observations.stream().map(Observation::trouble), Stream.of(gap))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles));
    }

    private List<Listening> listening() {
        Map<Place, List<Listening>> places = all(Observation::listening).stream()
                .collect(Collectors.groupingBy(MergedHost::place, LinkedHashMap::new, Collectors.toList()));
        return places.values().stream().map(MergedHost::agreed).toList();
    }

    private static Place place(Listening listening) {
        return new Place(
                listening.endpoint().address(),
                listening.endpoint().port(),
                listening.endpoint().transport());
    }

    private static Listening agreed(List<Listening> told) {
        if (told.size() == 1) {
            return told.get(0);
        }
        String listed = told.stream().map(MergedHost::described).collect(Collectors.joining(", "));
        return new Listening(
                told.get(0).endpoint(),
                Optional.of("its records do not agree on what it did there: " + listed),
                told.get(0).certificate());
    }

    private static String described(Listening listening) {
        return listening
                .problem()
                .orElseGet(() -> "listening with "
                        + listening.endpoint().protocols().stream().sorted().toList() + " and "
                        + listening
                                .certificate()
                                .map(digest -> "certificate " + digest)
                                .orElse("no certificate"));
    }
}
