package dev.sallyport.check;

import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What a load balancer did with a flow that reached it: the second half of the way, which is no less a firewall's
 * business than the first. Empty throughout for flows that reached no balancer.
 */
final class Behind {

    private Behind() {}

    /** What kept us from knowing what became of it; nothing, where it came back whole, or never got so far. */
    static Optional<Reading> unmeasured(Scene scene) {
        if (scene.check().behind().isEmpty() || scene.door().isEmpty() || !scene.answered()) {
            return Optional.empty();
        }
        return notTried(scene).or(() -> atTheMember(scene)).map(why -> scene.reading(Verdict.NOT_MEASURED, why));
    }

    private static Optional<String> notTried(Scene scene) {
        if (scene.member().isEmpty()) {
            return Optional.of(scene.doorName() + " saw it and did not pass it on");
        }
        Ending onward = scene.onward().orElseThrow().ending();
        if (!onward.how().equals(How.LOCAL) || scene.ended().completed()) {
            return Optional.empty();
        }
        return Optional.of(
                onward.stage() == Stage.CONNECT
                        ? scene.doorName() + " could not pass it on to " + scene.farName() + ": " + onward.detail()
                        : scene.doorName() + " was in trouble of its own: " + onward.detail());
    }

    private static Optional<String> atTheMember(Scene scene) {
        if (!told(scene)) {
            return scene.ended().completed()
                    ? Optional.empty()
                    : Optional.of(
                            scene.doorName() + " passed it on to " + scene.farName() + ", which did not tell its side");
        }
        FarEnd member = scene.memberEnd().orElseThrow();
        if (member.listening().isEmpty()) {
            return Optional.of(member.trouble().orElse(scene.farName() + " was not asked to listen there"));
        }
        return member.listening()
                .get()
                .problem()
                .map(problem -> scene.farName() + " was not listening: " + problem)
                .or(() -> member.trouble()
                        .filter(trouble -> scene.far().isEmpty())
                        .map(trouble -> scene.farName() + " may have seen more than it told: " + trouble));
    }

    private static boolean told(Scene scene) {
        return scene.memberEnd().filter(FarEnd::reported).isPresent();
    }

    /** Something answered the balancer that is not the member, which saw nothing. */
    static Optional<Reading> impersonated(Scene scene) {
        boolean answered = scene.onward()
                .filter(leg -> leg.ending().stage() != Stage.CONNECT)
                .isPresent();
        boolean unseen = scene.far().isEmpty() && scene.meeting().astray().isEmpty();
        return answered && unseen && told(scene)
                ? scene.is(
                        Verdict.IMPERSONATED,
                        "something answered " + scene.doorName() + " in the place of " + scene.farName()
                                + ", which saw nothing of it")
                : Optional.empty();
    }

    /** Its source changed between balancer and member. */
    static Optional<Reading> translated(Scene scene) {
        if (scene.far().isEmpty() || scene.member().isEmpty()) {
            return Optional.empty();
        }
        Interference.Leg second = new Interference.Leg(
                scene.doorName(),
                scene.onward().orElseThrow(),
                scene.farName(),
                scene.member().get().source());
        return Interference.translated(scene, second, scene.far().get());
    }

    /** The balancer saw it and could open no connection to the member. */
    static Optional<Reading> notPassedOn(Scene scene) {
        return scene.onward()
                .map(Contact::ending)
                .filter(onward ->
                        onward.stage() == Stage.CONNECT && !onward.how().equals(How.CLOSED))
                .map(onward -> scene.reading(
                        Verdict.CUT,
                        scene.doorName() + " saw it and could not pass it on to " + scene.farName() + " (connect: "
                                + onward.how() + "); " + scene.farName()
                                + (scene.far().isPresent() ? " saw that come" : " was listening and saw nothing")));
    }

    /** Returns how the way to the member broke, where it was that half. */
    static String brokenOff(Scene scene) {
        return scene.onward()
                .map(Contact::ending)
                .filter(onward ->
                        !List.of(How.COMPLETED, How.CLOSED, How.SILENCE).contains(onward.how()))
                .map(onward -> "; " + scene.doorName() + ", on to " + scene.farName() + ", met " + onward.how())
                .orElse("");
    }

    /** What an open flow proves where a balancer stood in its way, or answered for its pool. */
    static Optional<Reading> open(Scene scene) {
        return scene.check()
                .balancing()
                .map(balancing -> balancing.members().isEmpty() ? itself(scene, balancing) : passed(scene));
    }

    private static Reading itself(Scene scene, Balancing balancing) {
        return scene.reading(
                Verdict.OPEN,
                "the exchange ran to its end; both ends saw the same; " + scene.doorName() + " answered itself: "
                        + balancing.itself());
    }

    private static Reading passed(Scene scene) {
        String way = scene.doorName() + " passed it on to " + scene.farName();
        return told(scene)
                ? scene.reading(Verdict.OPEN, "the exchange ran to its end; both ends saw the same; " + way)
                : scene.reading(Verdict.OPEN, "the exchange ran to its end, as " + scene.nearName() + " saw it; " + way)
                        .notExcluding(List.of("what " + scene.farName() + " saw: it did not tell its side"));
    }
}
