package dev.sallyport.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.StreamSeen;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DegradationTest {

    private static final Bounds LOSS = new Bounds(Optional.of(0.01), Optional.empty(), Optional.empty());
    private static final Bounds JITTER =
            new Bounds(Optional.empty(), Optional.empty(), Optional.of(Duration.ofMillis(30)));

    private static StreamSeen seen(int received, int lost, double jitter) {
        return new StreamSeen(received, lost, jitter, Optional.empty());
    }

    private static Finding judged(Bounds bounds, StreamSeen near, StreamSeen far) {
        return new Story()
                .asking(Strain.of(Optional.empty(), bounds))
                .overUdp()
                .getsThrough()
                .withMedia(near, far)
                .judged();
    }

    @Test
    void lossBeyondTheBoundIsDegradedAndSaysTowardsWhom() {
        Finding towardsFar = judged(LOSS, seen(90, 10, 1), seen(90, 10, 1));
        assertThat(towardsFar.verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(towardsFar.status()).isEqualTo(Status.FAILED);
        assertThat(towardsFar.reason())
                .isEqualTo("it works, but 10 of 100 packets towards edge1 were lost; the scenario bears 1 %");

        assertThat(judged(LOSS, seen(92, 8, 1), seen(100, 0, 1)).reason())
                .isEqualTo("it works, but 8 of 100 packets towards partner1 were lost; the scenario bears 1 %");
    }

    @Test
    void aPacketOrTwoOfAHundredShowNothingAboutOneInAHundred() {
        assertThat(judged(LOSS, seen(98, 2, 1), seen(98, 2, 1)).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(judged(LOSS, seen(95, 5, 1), seen(95, 5, 1)).verdict()).isEqualTo(Verdict.DEGRADED);
    }

    @Test
    void noLossAtAllMeansNone() {
        Bounds none = new Bounds(Optional.of(0.0), Optional.empty(), Optional.empty());
        assertThat(judged(none, seen(99, 1, 1), seen(99, 1, 1)).verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(judged(none, seen(100, 0, 1), seen(100, 0, 1)).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void whatVariedOnTheWayThereIsNotToldOfTheWayBack() {
        assertThat(judged(JITTER, seen(100, 0, 45), seen(100, 0, 40)).reason())
                .isEqualTo(
                        "it works, but packets towards edge1 came with a jitter of 40.0 ms; the scenario bears 30 ms");
        assertThat(judged(JITTER, seen(100, 0, 45), seen(100, 0, 2)).reason()).contains("towards partner1");
        assertThat(judged(JITTER, seen(100, 0, 29), seen(100, 0, 2)).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void aHostThatStoodStillIsNotAWayThatVaries() {
        Finding found = judged(JITTER, seen(100, 0, 45), seen(100, 0, 40).standing(35));
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(found.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(judged(LOSS, seen(80, 20, 1).standing(1_200), seen(80, 20, 1))
                        .verdict())
                .isEqualTo(Verdict.NOT_MEASURED);
        assertThat(judged(LOSS, seen(80, 20, 1).standing(50), seen(80, 20, 1)).verdict())
                .isEqualTo(Verdict.DEGRADED);
    }

    @Test
    void onlyAScenarioThatNamesBoundsJudgesThem() {
        assertThat(judged(Bounds.none(), seen(50, 50, 400), seen(50, 50, 400)).verdict())
                .isEqualTo(Verdict.OPEN);
    }
}
