package dev.sallyport.check;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt means, both ends considered.
 *
 * @param farSawIt whether the far end saw any of it
 * @param notExcluded what this reading leaves open
 * @param lostAbove the size of packets above which it was lost, where that is the cause
 */
record Reading(
        Verdict verdict,
        Stage stage,
        How how,
        String reason,
        boolean farSawIt,
        List<String> notExcluded,
        Optional<LostAbove> lostAbove) {

    /** A reading that packets' sizes have no part in. */
    Reading(Verdict verdict, Stage stage, How how, String reason, boolean farSawIt, List<String> notExcluded) {
        this(verdict, stage, how, reason, farSawIt, notExcluded, Optional.empty());
    }

    static Reading notMeasured(String why) {
        return new Reading(Verdict.NOT_MEASURED, Stage.RESOLVE, How.LOCAL, why, false, List.of());
    }

    /** Reads an attempt: what kept us from measuring first, then interference, then what was lost, else it is open. */
    static Reading of(Check check, Evidence evidence, Meeting meeting) {
        Scene scene = new Scene(check, evidence.far(), evidence.behind(), meeting);
        return Unmeasured.of(scene)
                .or(() -> OneSided.of(scene))
                .or(() -> Behind.unmeasured(scene))
                .or(() -> Interference.of(scene))
                .or(() -> Loss.of(scene))
                .or(() -> Degradation.of(scene))
                .or(() -> Behind.open(scene))
                .orElseGet(() -> scene.reading(Verdict.OPEN, "the exchange ran to its end; both ends saw the same"));
    }

    Reading notExcluding(List<String> open) {
        return new Reading(verdict, stage, how, reason, farSawIt, open);
    }

    /** Returns this reading with the size that explains it. */
    Reading lostAbove(LostAbove size) {
        return new Reading(verdict, stage, how, reason + "; " + size.words(), farSawIt, notExcluded, Optional.of(size));
    }

    /** Tells whether packets lost on the way, and nobody's interference, made it so. */
    boolean isLoss() {
        return List.of(Verdict.REQUEST_LOST, Verdict.REPLY_LOST, Verdict.CUT).contains(verdict);
    }

    /** Returns this reading for several attempts that all came to it. */
    Reading times(int attempts, Check check) {
        if (attempts == 1 || verdict != Verdict.REQUEST_LOST) {
            return this;
        }
        String told = attempts + " attempts from " + check.flow().from().label() + " were never seen by "
                + check.flow().to().label() + ", which was listening";
        return new Reading(verdict, stage, how, told, farSawIt, notExcluded);
    }
}
