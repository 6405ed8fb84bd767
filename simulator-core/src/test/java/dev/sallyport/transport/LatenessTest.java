package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private final Lateness lateness = new Lateness();

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void aLoopThatKeepsTimeIsNotLate() {
        lateness.note(seconds(10), seconds(10) + 500);

        assertThat(lateness.since(0)).isZero();
    }

    @Test
    void aStandstillCountsForWhateverItTouched() {
        lateness.note(seconds(10), seconds(14));

        assertThat(lateness.since(seconds(12))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aStandstillThatWasOverBeforeDoesNotCount() {
        lateness.note(seconds(10), seconds(14));

        assertThat(lateness.since(seconds(15))).isZero();
    }
}
