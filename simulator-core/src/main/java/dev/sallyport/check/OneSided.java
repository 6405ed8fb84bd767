package dev.sallyport.check;

import dev.sallyport.exchange.How;
import java.util.List;
import java.util.Optional;

/** What can be said when the far end did not tell its side. */
final class OneSided {

    private OneSided() {}

    static Optional<Reading> of(Scene scene) {
        if (scene.end().reported()) {
            return Optional.empty();
        }
        List<String> open = List.of("what " + scene.doorName() + " saw: only " + scene.nearName() + " told its side");
        return Optional.of(told(scene).notExcluding(open));
    }

    private static Reading told(Scene scene) {
        if (scene.ended().completed()) {
            return scene.reading(Verdict.OPEN, "the exchange ran to its end, as " + scene.nearName() + " saw it");
        }
        if (!scene.end().shown()) {
            return scene.reading(
                    Verdict.NOT_MEASURED,
                    met(scene) + ", and nothing in this run shows that " + scene.doorName() + " listens there");
        }
        return scene.ended().how().equals(How.SILENCE)
                ? scene.reading(Verdict.NO_ANSWER, met(scene) + ", where " + scene.doorName() + " answered others")
                : scene.reading(Verdict.REFUSED, met(scene) + ", by whom cannot be told from one side");
    }

    private static String met(Scene scene) {
        return scene.nearName() + " met " + scene.ended().how() + " at "
                + scene.ended().stage().text() + scene.detail();
    }
}
