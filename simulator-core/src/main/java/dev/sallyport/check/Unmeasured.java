package dev.sallyport.check;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.util.Optional;

/** What kept us from a finding: our own trouble is never taken for the firewall's doing. */
final class Unmeasured {

    private Unmeasured() {}

    static Optional<Reading> of(Scene scene) {
        if (scene.ended().how().equals(How.LOCAL) || scene.ended().stage() == Stage.RESOLVE) {
            return is(
                    scene,
                    scene.nearName() + " could not make the attempt: "
                            + scene.ended().detail());
        }
        return scene.end().reported() ? atTheFarEnd(scene) : Optional.empty();
    }

    private static Optional<Reading> atTheFarEnd(Scene scene) {
        Optional<Listening> listening = scene.end().listening();
        if (listening.isEmpty()) {
            return is(scene, scene.end().trouble().orElse(scene.doorName() + " was not asked to listen there"));
        }
        Optional<String> problem = listening.get().problem();
        if (problem.isPresent()) {
            return is(scene, scene.doorName() + " was not listening: " + problem.get());
        }
        if (scene.end().trouble().isPresent() && scene.door().isEmpty()) {
            return is(
                    scene,
                    scene.doorName() + " may have seen more than it told: "
                            + scene.end().trouble().get());
        }
        return scene.meeting()
                .ambiguous()
                .map(why -> scene.reading(Verdict.NOT_MEASURED, "the two ends could not be joined: " + why));
    }

    private static Optional<Reading> is(Scene scene, String why) {
        return scene.is(Verdict.NOT_MEASURED, why);
    }
}
