package dev.sallyport.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdlenessTest {

    private static final Traffic SENT = new Traffic(600, "11".repeat(32), false);
    private static final Traffic RECEIVED = new Traffic(200, "22".repeat(32), false);
    private static final boolean NEAR = false;
    private static final boolean FAR = true;

    private final Story story = new Story().asking(silences(60));

    private static Strain silences(int keepAlive) {
        List<Duration> ages = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
        return Strain.silent(new Idle(ages, Duration.ofSeconds(keepAlive)));
    }

    private void lived(int age, boolean first) {
        story.tries(Stage.IDLE, How.COMPLETED).exchanges(SENT, RECEIVED).seen(SENT, RECEIVED);
        story.silent(age, first);
    }

    private void died(int age, boolean first, How how) {
        story.tries(Stage.IDLE, how).exchanges(SENT, RECEIVED).seen(RECEIVED, RECEIVED);
        story.silent(age, first);
    }

    private void allLived(boolean first) {
        lived(10, first);
        lived(30, first);
        lived(60, first);
    }

    @Test
    void aFlowThatOutlivesEverySilenceIsOpen() {
        allLived(NEAR);
        allLived(FAR);
        assertThat(story.judged().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(story.judged().status()).isEqualTo(Status.PASSED);
        assertThat(story.judged().reason())
                .isEqualTo("a flow that stood silent for 60 s still worked, whichever end spoke first");
    }

    @Nested
    class AStateThatIsLost {

        @Test
        void isExpiredAndSaysBetweenWhichAges() {
            allLived(NEAR);
            lived(10, FAR);
            died(30, FAR, How.SILENCE);
            died(60, FAR, How.SILENCE);

            Finding found = story.judged();
            assertThat(found.verdict()).isEqualTo(Verdict.EXPIRED);
            assertThat(found.status()).isEqualTo(Status.FAILED);
            assertThat(found.stage()).isEqualTo(Stage.IDLE);
            assertThat(found.how()).isEqualTo(How.SILENCE);
            assertThat(found.reason())
                    .isEqualTo("after 30 s of silence what edge1 said first met silence (in the story); after 10 s the"
                            + " flow still worked; it must live for the 60 s within which sip keeps itself alive");
        }

        @Test
        void bySomethingThatResetsSaysSo() {
            died(10, NEAR, How.RESET);
            died(10, FAR, How.RESET);
            assertThat(story.judged().verdict()).isEqualTo(Verdict.EXPIRED);
            assertThat(story.judged().how()).isEqualTo(How.RESET);
            assertThat(story.judged().reason()).contains("no flow outlived a silence that partner1 broke");
        }

        @Test
        void onlyAfterLongerThanTheProtocolStaysSilentIsNoneTheWorse() {
            story.asking(silences(20));
            lived(10, NEAR);
            lived(10, FAR);
            died(30, NEAR, How.SILENCE);
            died(60, NEAR, How.SILENCE);
            assertThat(story.judged().verdict()).isEqualTo(Verdict.OPEN);
            assertThat(story.judged().reason())
                    .startsWith("after 10 s the flow still worked; after 30 s of silence what partner1 said first met")
                    .endsWith("which is longer than the 20 s within which sip keeps itself alive");
        }

        @Test
        void isNotBelievedWhereAnOlderFlowLived() {
            allLived(NEAR);
            lived(60, FAR);
            died(30, FAR, How.SILENCE);
            assertThat(story.judged().verdict()).isEqualTo(Verdict.OPEN);
        }

        @Test
        void isNotBelievedWhereTheSameAgeLivedOnASecondTry() {
            allLived(NEAR);
            died(60, FAR, How.SILENCE);
            lived(60, FAR);
            assertThat(story.judged().verdict()).isEqualTo(Verdict.OPEN);
        }
    }

    @Nested
    class WhatKeptUsFromMeasuring {

        @Test
        void aHostThatStoodStillIsNotAFirewallThatForgets() {
            allLived(NEAR);
            lived(10, FAR);
            died(60, FAR, How.LOCAL);
            assertThat(story.judged().verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(story.judged().status()).isEqualTo(Status.INCONCLUSIVE);
            assertThat(story.judged().reason())
                    .startsWith("no flow stood silent for 60 s until edge1 spoke: partner1 could not make the attempt");
        }

        @Test
        void aDirectionThatNobodyTriedIsNotTakenForAlive() {
            allLived(NEAR);
            assertThat(story.judged().verdict()).isEqualTo(Verdict.NOT_MEASURED);
        }

        @Test
        void aFarEndThatTellsNothingLeavesDeathUnexplained() {
            story.farEndTellsNothing();
            allLived(NEAR);
            died(60, FAR, How.CLOSED);
            assertThat(story.judged().verdict()).isNotEqualTo(Verdict.EXPIRED);
        }
    }

    @Test
    void aFlowThatNeverOpensIsLostAsAnyOther() {
        story.tries(Stage.CONNECT, How.SILENCE).silent(10, NEAR);
        story.tries(Stage.CONNECT, How.SILENCE).silent(10, FAR);
        assertThat(story.judged().verdict()).isEqualTo(Verdict.REQUEST_LOST);
    }

    @Test
    void aRewrittenMessageWeighsMoreThanAState() {
        allLived(NEAR);
        lived(10, FAR);
        story.tries(Stage.IDLE, How.COMPLETED)
                .exchanges(SENT, RECEIVED)
                .seen(new Traffic(600, "44".repeat(32), false), RECEIVED)
                .silent(60, FAR);
        assertThat(story.judged().verdict()).isEqualTo(Verdict.ALTERED);
    }
}
