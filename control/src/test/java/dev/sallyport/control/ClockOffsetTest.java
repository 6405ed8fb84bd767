package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

    private static final Instant ASKED = Samples.NOON;

    @Test
    void theAnswerIsTakenToBeShownHalfWay() {
        ClockOffset offset = ClockOffset.measured(ASKED, ASKED.plusSeconds(75), ASKED.plusSeconds(4));
        assertThat(offset).isEqualTo(new ClockOffset(Duration.ofSeconds(73), Duration.ofSeconds(4)));
    }

    @Test
    void theQuickerRoundTripKnowsBetter() {
        ClockOffset slow = new ClockOffset(Duration.ofSeconds(9), Duration.ofSeconds(4));
        ClockOffset quick = new ClockOffset(Duration.ofSeconds(1), Duration.ofMillis(4));
        assertThat(slow.orBetter(quick)).isEqualTo(quick);
        assertThat(quick.orBetter(slow)).isEqualTo(quick);
    }

    @Test
    void onlyMoreThanAMinuteIsWorthAWarning() {
        assertThat(new ClockOffset(Duration.ofSeconds(-60), Duration.ZERO).warning("fe1"))
                .isEmpty();
        assertThat(new ClockOffset(Duration.ofSeconds(61), Duration.ZERO).warning("fe1"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("fe1: its clock is 61 s ahead of this one"));
        assertThat(new ClockOffset(Duration.ofSeconds(-61), Duration.ZERO).warning("fe1"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("fe1: its clock is 61 s behind this one"));
    }
}
