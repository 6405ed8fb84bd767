package dev.sallyport.check;

import dev.sallyport.exchange.How;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a flow that did not run to its end was lost; empty where it did run to its end. */
final class Loss {

    private Loss() {}

    static Optional<Reading> of(Scene scene) {
        if (scene.ended().completed()) {
            return Optional.empty();
        }
        return farEndStoodStill(scene)
                .or(() -> callbackLost(scene))
                .or(() -> scene.answered() ? Optional.of(cut(scene)) : Optional.of(atTheDoor(scene)));
    }

    private static Optional<Reading> farEndStoodStill(Scene scene) {
        return scene.far()
                .map(Contact::ending)
                .filter(ending -> ending.how().equals(How.LOCAL))
                .map(ending -> scene.reading(
                        Verdict.NOT_MEASURED, scene.farName() + " was in trouble of its own: " + ending.detail()));
    }

    /**
     * The far end's second connection, back to where the first came from (XEP-0220), did not get there. Its own stage and
     * ending tell how; on the first connection the near end only hears that it failed.
     */
    private static Optional<Reading> callbackLost(Scene scene) {
        return scene.far()
                .flatMap(Contact::calledBack)
                .filter(ending -> !ending.completed())
                .map(ending -> new Reading(
                        Verdict.REPLY_LOST,
                        ending.stage(),
                        ending.how(),
                        scene.farName() + " called back to " + scene.nearName() + " and met " + ending.how() + " at "
                                + ending.stage().text(),
                        true,
                        List.of()));
    }

    private static Reading atTheDoor(Scene scene) {
        boolean silent = scene.ended().how().equals(How.SILENCE);
        if (scene.door().isPresent()) {
            return scene.reading(Verdict.REPLY_LOST, arrived(scene) + back(scene, silent));
        }
        return silent
                ? scene.reading(
                        Verdict.REQUEST_LOST,
                        "1 attempt from " + scene.nearName() + " was never seen by " + scene.doorName()
                                + ", which was listening")
                : scene.reading(
                        Verdict.REJECTED,
                        scene.nearName() + " was turned away (" + scene.ended().how() + ") on the way; "
                                + scene.doorName() + " was listening and saw nothing");
    }

    private static String arrived(Scene scene) {
        String detail = scene.door().orElseThrow().ending().detail();
        return scene.doorName() + " saw it" + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private static String back(Scene scene, boolean silent) {
        return silent
                ? ", but nothing came back to " + scene.nearName()
                : ", but its answer was turned away before " + scene.nearName();
    }

    /** It began and broke: by an end's own doing it tells nothing of the way, otherwise it was cut. */
    private static Reading cut(Scene scene) {
        return Behind.notPassedOn(scene)
                .or(() -> ownDoing(scene).map(who -> scene.reading(Verdict.NOT_MEASURED, who)))
                .orElseGet(() -> scene.reading(
                        Verdict.CUT,
                        "it opened, then " + scene.nearName() + " met "
                                + scene.ended().how() + " at "
                                + scene.ended().stage().text() + held(scene) + ", by neither end" + scene.detail()
                                + Behind.brokenOff(scene)));
    }

    /** A firewall that decides late does so by age, or by what has passed. */
    private static String held(Scene scene) {
        Contact near = scene.near();
        return scene.check().strain().hold().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " after %.1f s and %d bytes",
                        near.millis() / 1000,
                        near.sent().bytes() + near.received().bytes());
    }

    private static Optional<String> ownDoing(Scene scene) {
        return refusal(scene.nearName(), scene.near().tls())
                .or(() -> refusal(scene.farName(), scene.far().flatMap(Contact::tls)))
                .or(() -> scene.far()
                        .map(Contact::ending)
                        .filter(ending -> ending.how().equals(How.MALFORMED))
                        .map(ending -> scene.farName() + " ended it itself: " + ending.detail()))
                .or(() -> Optional.of(scene.ended())
                        .filter(ending -> ending.how().equals(How.MALFORMED))
                        .map(ending -> scene.nearName() + " did not expect what " + scene.farName() + " sent: "
                                + ending.detail()));
    }

    private static Optional<String> refusal(String who, Optional<TlsSeen> tls) {
        return tls.flatMap(TlsSeen::refusal).map(why -> who + " refused the TLS handshake itself: " + why);
    }
}
