package dev.sallyport.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LostAboveTest {

    private static final Traffic LARGE = new Traffic(6_000, "66".repeat(32), false);
    private static final Traffic PART = new Traffic(0, "", false);

    /** It opens; the far end waits for the request, and the near end for its answer. */
    private static Story lost(Story story) {
        return story.tries(Stage.REQUEST, How.SILENCE)
                .exchanges(LARGE, Traffic.NONE)
                .seen(PART, Traffic.NONE);
    }

    private static Story lost(Story story, int limit) {
        return lost(story).keptTo(limit);
    }

    private static Story passed(Story story, int limit) {
        return story.getsThrough().keptTo(limit);
    }

    @Test
    void isSaidWithBothBoundsAndItsDirection() {
        Finding found = lost(passed(passed(lost(new Story()), 576), 1292), 1306).judged();

        assertThat(found.verdict()).isEqualTo(Verdict.CUT);
        assertThat(found.status()).isEqualTo(Status.FAILED);
        assertThat(found.lostAbove()).contains(new LostAbove(1292, 1306, Optional.of("edge1")));
        assertThat(found.reason())
                .endsWith("lost above 1292 bytes towards edge1: kept to IP packets of at most 1292 bytes the exchange"
                        + " ran to its end, kept to 1306 it did not");
    }

    @Test
    void isNotSaidWhereSmallPacketsAreLostToo() {
        assertThat(lost(lost(new Story()), 576).judged().lostAbove()).isEmpty();
    }

    @Test
    void isNotSaidWhereAttemptsContradict() {
        Finding found = passed(lost(passed(lost(new Story()), 576), 1200), 1300).judged();

        assertThat(found.verdict()).isEqualTo(Verdict.CUT);
        assertThat(found.lostAbove()).isEmpty();
    }

    @Test
    void isNotSaidWhereNoLimitedAttemptWasLost() {
        assertThat(passed(lost(new Story()), 576).judged().lostAbove()).isEmpty();
    }

    @Test
    void isNotSaidWhereTheFarEndDidNotSeeWhatPassed() {
        Story story = lost(new Story())
                .tries(Stage.REPLY, How.COMPLETED)
                .exchanges(LARGE, LARGE)
                .keptTo(576);

        assertThat(lost(story, 1306).judged().lostAbove()).isEmpty();
    }

    @Test
    void aSmallAttemptThatPassesDoesNotOpenTheFlow() {
        assertThat(passed(lost(new Story()), 576).judged().verdict()).isEqualTo(Verdict.CUT);
    }

    @Test
    void anAttemptWithoutLimitThatPassesLateReversesIt() {
        Finding found = lost(passed(lost(new Story()), 576), 1306).getsThrough().judged();

        assertThat(found.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(found.lostAbove()).isEmpty();
    }
}
