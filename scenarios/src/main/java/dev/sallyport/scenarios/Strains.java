package dev.sallyport.scenarios;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Idle;
import dev.sallyport.check.Strain;
import dev.sallyport.flow.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What scenarios ask of allowed flows beyond their exchanges: to be kept busy, to keep within bounds, and, as checks of
 * their own beside those, to stand silent. Where several scenarios ask, the first decides.
 */
record Strains(List<Scenario> scenarios, Spoken spoken) {

    /** Of the longest silence: of 300 s, these are 10, 30, 60, 120 and 300. */
    private static final List<Double> RUNGS = List.of(1 / 30.0, 0.1, 0.2, 0.4, 1.0);

    private static final String V6 = "#v6";

    /** Returns a check as the scenarios want it, and the one that stands silent beside it. */
    Stream<Planned> of(Planned planned) {
        Check check = planned.check();
        if (check.expect() != Expectation.ALLOW || !check.spoken()) {
            return Stream.of(planned);
        }
        Optional<Duration> keepAlive = spoken.keepAlive(check.exchange());
        Optional<Hold> hold = keepAlive.flatMap(stays -> first(planned, Scenario::hold));
        Bounds bounds = first(
                        planned, scenario -> Optional.of(scenario.bounds()).filter(some -> !some.equals(Bounds.none())))
                .orElse(Bounds.none());
        Planned strained = planned.checking(check.under(Strain.of(hold, bounds)));
        return Stream.concat(Stream.of(strained), idle(planned, keepAlive).stream());
    }

    private Optional<Planned> idle(Planned planned, Optional<Duration> keepAlive) {
        Check check = planned.check();
        boolean one = check.flow().ports().size() == 1
                && check.flow().sourcePorts().isEmpty()
                && check.behind().isEmpty();
        return keepAlive.filter(stays -> one).flatMap(stays -> first(planned, Scenario::idleUpTo)
                .map(upTo -> new Idle(ages(upTo, stays), stays))
                .map(idle -> planned.checking(check.called(idleId(check.id())).under(Strain.silent(idle)))));
    }

    private static String idleId(String id) {
        return id.endsWith(V6) ? id.substring(0, id.length() - V6.length()) + "#idle" + V6 : id + "#idle";
    }

    /** The rungs up to the longest silence, and the keep-alive interval, which is what matters most. */
    private static List<Duration> ages(Duration upTo, Duration keepAlive) {
        double[] rungs =
                RUNGS.stream().mapToDouble(rung -> rung * upTo.toMillis()).toArray();
        return DoubleStream.concat(DoubleStream.of(rungs), DoubleStream.of(keepAlive.toMillis()))
                .mapToLong(Math::round)
                .filter(millis -> millis <= upTo.toMillis())
                .filter(millis -> millis > 0)
                .distinct()
                .sorted()
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    private <T> Optional<T> first(Planned planned, Function<Scenario, Optional<T>> wish) {
        return scenarios.stream()
                .filter(scenario -> scenario.means(planned))
                .flatMap(scenario -> wish.apply(scenario).stream())
                .findFirst();
    }
}
