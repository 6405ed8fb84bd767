package dev.sallyport.check;

import dev.sallyport.exchange.StreamSeen;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That media ran to its end and yet suffered more than a scenario bears, as both ends counted it.
 *
 * <p>So many lost packets must be hardly possible, once in a hundred runs, on a way that loses no more than the bound:
 * one lost packet of a hundred shows nothing about one in a hundred.
 */
final class Degradation {

    private static final double HARDLY_POSSIBLE = 0.01;

    /** From here on a host that stood still may have lost packets itself. */
    private static final double STOOD_STILL_MILLIS = 1_000;

    private record Way(String towards, long lost, long sent, double jitterMillis) {}

    private Degradation() {}

    static Optional<Reading> of(Scene scene) {
        Bounds bounds = scene.check().strain().bounds();
        Optional<StreamSeen> near = scene.near().stream();
        Optional<StreamSeen> far = scene.far().flatMap(Contact::stream);
        if (!scene.ended().completed() || near.isEmpty() || far.isEmpty()) {
            return Optional.empty();
        }
        double stood = Math.max(near.get().stoodMillis(), far.get().stoodMillis());
        return ways(scene, near.get(), far.get())
                .flatMap(way -> Stream.concat(
                        lost(way, bounds.loss()).map(why -> read(scene, why, stood >= STOOD_STILL_MILLIS)).stream(),
                        varied(way, bounds.jitter())
                                .map(why -> read(scene, why, stood >= millis(bounds.jitter())))
                                .stream()))
                .findFirst();
    }

    /** Answers carry the numbers of what they answer: what the far end never got is missing at the near end, too. */
    private static Stream<Way> ways(Scene scene, StreamSeen near, StreamSeen far) {
        long there = Math.max(0, far.lost());
        long back = Math.max(0, near.lost() - there);
        double varied = Math.max(0, near.jitterMillis() - far.jitterMillis());
        return Stream.of(
                new Way(scene.farName(), there, far.received() + there, far.jitterMillis()),
                new Way(scene.nearName(), back, near.received() + back, varied));
    }

    private static Optional<String> lost(Way way, Optional<Double> bound) {
        return bound.filter(share -> chance(way.lost, way.sent, share) < HARDLY_POSSIBLE)
                .map(share -> String.format(
                        Locale.ROOT,
                        "%d of %d packets towards %s were lost; the scenario bears %s %%",
                        way.lost,
                        way.sent,
                        way.towards,
                        plain(share * 100)));
    }

    private static Optional<String> varied(Way way, Optional<Duration> bound) {
        return bound.filter(most -> way.jitterMillis > millis(bound))
                .map(most -> String.format(
                        Locale.ROOT,
                        "packets towards %s came with a jitter of %.1f ms; the scenario bears %d ms",
                        way.towards,
                        way.jitterMillis,
                        most.toMillis()));
    }

    private static double millis(Optional<Duration> bound) {
        return bound.map(Duration::toMillis).orElse(Long.MAX_VALUE);
    }

    private static Reading read(Scene scene, String why, boolean ourselves) {
        return ourselves
                ? scene.reading(Verdict.NOT_MEASURED, why + ", but a host of the lab stood still meanwhile")
                : scene.reading(Verdict.DEGRADED, "it works, but " + why);
    }

    /** How probable it is to lose at least so many where each is lost with that probability. */
    private static double chance(long lost, long sent, double share) {
        double fewer = 0;
        double exactly = Math.pow(1 - share, sent);
        for (long i = 0; i < lost; i++) {
            fewer += exactly;
            exactly *= (sent - i) * share / ((i + 1) * (1 - share));
        }
        return Math.max(0, 1 - fewer);
    }

    private static String plain(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
