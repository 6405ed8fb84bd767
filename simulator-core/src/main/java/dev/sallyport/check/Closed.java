package dev.sallyport.check;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the silence of a denied flow proves, beside its controls.
 *
 * <p>A control that was tried and failed takes the proof away: the flow is not measured. One that could not be tried
 * leaves something open, and the check says what.
 */
final class Closed {

    private final Check check;
    private final int port;
    private final Reading reading;
    private final List<Meeting> attempts;
    private final List<String> open = new ArrayList<>();

    private Closed(Check check, int port, Reading reading, Evidence evidence) {
        this.check = check;
        this.port = port;
        this.reading = reading;
        this.attempts = evidence.meetings();
        open.addAll(reading.notExcluded());
    }

    /** Returns the reading of a denied flow that was found closed at a port, as far as its controls bear it out. */
    static Reading of(Check check, int port, Reading reading, Evidence evidence, Proof proof) {
        Closed closed = new Closed(check, port, reading, evidence);
        return closed.neighbour(proof).or(() -> closed.path(proof)).orElseGet(() -> reading.notExcluding(closed.open));
    }

    private Optional<Reading> neighbour(Proof proof) {
        String unknown = "the host firewall of " + check.flow().to().host();
        List<Meeting> tried = proof.neighbour().map(control -> control.at(port)).orElse(List.of());
        if (tried.isEmpty()) {
            open.add(unknown);
            return Optional.empty();
        }
        String who = proof.neighbour().orElseThrow().check().flow().from().label();
        return tried.stream().anyMatch(Closed::passed)
                ? Optional.empty()
                : unproven(who + ", in the same zone, could not reach it either (" + met(tried) + "): "
                        + check.flow().to().label() + " does not answer there, or its host firewall closes the port");
    }

    private Optional<Reading> path(Proof proof) {
        String way = "from " + check.flow().from().label() + " to zone "
                + check.flow().to().zone() + " over "
                + check.flow().transport().text();
        List<Control> tried = proof.along().stream()
                .filter(control -> !control.meetings().isEmpty())
                .toList();
        if (tried.isEmpty()) {
            open.add("a path that is down as a whole: nothing permitted runs " + way);
            return Optional.empty();
        }
        List<Control> before = tried.stream().filter(this::passedBefore).toList();
        if (before.isEmpty()) {
            return unproven("what is permitted did not pass " + way + " either ("
                    + tried.get(0).check().id() + ": " + met(tried.get(0).meetings()) + ")");
        }
        return before.stream().anyMatch(this::passedAfter)
                ? Optional.empty()
                : unproven("what is permitted passed " + way + " before it and no longer after it ("
                        + before.get(0).check().id() + "): the path broke, or our source is shunned");
    }

    private boolean passedBefore(Control control) {
        Instant first = attempts.stream()
                .map(attempt -> attempt.near().at())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return passed(control, meeting -> !meeting.near().at().isAfter(first));
    }

    private boolean passedAfter(Control control) {
        Instant last = attempts.stream()
                .map(attempt -> attempt.near().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return passed(control, meeting -> !meeting.near().at().isBefore(last));
    }

    private static boolean passed(Control control, Predicate<Meeting> when) {
        return control.meetings().stream().filter(Closed::passed).anyMatch(when);
    }

    /** What a box on the way answered for the far end proves no path, and no listener. */
    private static boolean passed(Meeting meeting) {
        return meeting.near().ending().completed() && meeting.arrived();
    }

    private static String met(List<Meeting> tried) {
        Meeting last = tried.get(tried.size() - 1);
        Ending ending = last.near().ending();
        return ending.how() + " at " + ending.stage().text()
                + (ending.completed() && !last.arrived() ? ", answered by something else" : "");
    }

    private Optional<Reading> unproven(String why) {
        return Optional.of(new Reading(
                Verdict.NOT_MEASURED, reading.stage(), reading.how(), why, reading.farSawIt(), List.copyOf(open)));
    }
}
