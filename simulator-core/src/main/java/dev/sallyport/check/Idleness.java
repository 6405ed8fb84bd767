package dev.sallyport.check;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Stage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What flows that stood silent tell: how long they lived, by the end that spoke first afterwards.
 *
 * <p>A flow that lived longer than one that died shows that the death was chance. What dies only after a longer silence
 * than the protocol keeps is none the worse for it.
 */
final class Idleness {

    /** One flow that stood silent, or was to. */
    private record Stood(Silence silence, Contact near, Reading reading) {

        boolean lived() {
            return reading.verdict() == Verdict.OPEN;
        }

        boolean died() {
            boolean stood =
                    near.ending().stage() == Stage.IDLE && !near.ending().completed();
            return stood && reading.verdict() == Verdict.CUT;
        }

        boolean interfered() {
            return reading.verdict() != Verdict.NOT_MEASURED
                    && reading.verdict().compareTo(Verdict.REQUEST_LOST) < 0;
        }
    }

    private final Check check;
    private final Idle idle;
    private final List<Stood> all;

    private Idleness(Check check, Idle idle, List<Stood> all) {
        this.check = check;
        this.idle = idle;
        this.all = all;
    }

    /** Reads what was observed; empty where no flow came so far as to stand silent, or something else was done to one. */
    static Optional<Reading> of(Check check, Idle idle, Evidence evidence) {
        List<Stood> all = evidence.meetings().stream()
                .flatMap(meeting -> stood(check, evidence, meeting))
                .toList();
        boolean told = all.stream().anyMatch(stood -> stood.lived() || stood.died());
        return told && all.stream().noneMatch(Stood::interfered)
                ? Optional.of(new Idleness(check, idle, all).read())
                : Optional.empty();
    }

    private static Stream<Stood> stood(Check check, Evidence evidence, Meeting meeting) {
        return meeting.near().silence().stream()
                .map(silence -> new Stood(silence, meeting.near(), Reading.of(check, evidence, meeting)));
    }

    private Reading read() {
        return firstDead()
                .filter(dead -> dead.silence().age().compareTo(idle.keepAlive()) <= 0)
                .map(this::expired)
                .or(this::unmeasured)
                .orElseGet(this::alive);
    }

    private Reading expired(Stood dead) {
        String reason = words(dead) + "; " + lived(dead.silence().farFirst()) + "; " + kept();
        return reading(Verdict.EXPIRED, dead.reading(), reason);
    }

    /** For each direction the longest silence within the keep-alive interval must have been borne. */
    private Optional<Reading> unmeasured() {
        Duration owed = idle.owed().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return Stream.of(false, true)
                .filter(farFirst -> longest(farFirst).compareTo(owed) < 0)
                .findFirst()
                .map(farFirst -> new Reading(
                        Verdict.NOT_MEASURED,
                        Stage.IDLE,
                        gaveUp(farFirst).reading().how(),
                        "no flow stood silent for " + seconds(owed) + " until " + first(farFirst) + " spoke: "
                                + gaveUp(farFirst).reading().reason(),
                        true,
                        List.of()));
    }

    private Stood gaveUp(boolean farFirst) {
        return towards(farFirst).filter(stood -> !stood.lived()).findFirst().orElse(all.get(0));
    }

    private Reading alive() {
        Stood longest = all.stream()
                .filter(Stood::lived)
                .max(Comparator.comparing(stood -> stood.silence().age()))
                .orElseThrow();
        String reason = firstDead()
                .map(dead ->
                        lived(dead.silence().farFirst()) + "; " + words(dead) + ", which is longer than " + keeping())
                .orElse("a flow that stood silent for "
                        + seconds(longest.silence().age()) + " still worked, whichever end spoke first");
        return reading(Verdict.OPEN, longest.reading(), reason);
    }

    private static Reading reading(Verdict verdict, Reading telling, String reason) {
        return new Reading(verdict, Stage.IDLE, telling.how(), reason, telling.farSawIt(), telling.notExcluded());
    }

    /** Of the deaths that no longer life contradicts, the youngest. */
    private Optional<Stood> firstDead() {
        return all.stream()
                .filter(Stood::died)
                .filter(dead ->
                        dead.silence().age().compareTo(longest(dead.silence().farFirst())) > 0)
                .min(Comparator.comparing((Stood dead) -> dead.silence().age())
                        .thenComparing(dead -> dead.silence().farFirst()));
    }

    private Stream<Stood> towards(boolean farFirst) {
        return all.stream().filter(stood -> stood.silence().farFirst() == farFirst);
    }

    private Duration longest(boolean farFirst) {
        return towards(farFirst)
                .filter(Stood::lived)
                .map(stood -> stood.silence().age())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private String words(Stood dead) {
        String other = towards(!dead.silence().farFirst())
                .filter(Stood::died)
                .filter(there -> there.silence().age().equals(dead.silence().age()))
                .findFirst()
                .map(there -> ", and " + met(there))
                .orElse("");
        return "after " + seconds(dead.silence().age()) + " of silence " + met(dead) + other;
    }

    private String met(Stood dead) {
        return "what " + first(dead.silence().farFirst()) + " said first met "
                + dead.near().ending().how() + " (" + dead.near().ending().detail() + ")";
    }

    private String lived(boolean farFirst) {
        Duration longest = longest(farFirst);
        return longest.isZero()
                ? "no flow outlived a silence that " + first(farFirst) + " broke"
                : "after " + seconds(longest) + " the flow still worked";
    }

    private String kept() {
        return "it must live for " + keeping();
    }

    private String keeping() {
        return "the " + seconds(idle.keepAlive()) + " within which "
                + check.flow().protocol() + " keeps itself alive";
    }

    private String first(boolean farFirst) {
        return (farFirst ? check.flow().to() : check.flow().from()).label();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
    }
}
