package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"150ms, PT0.15S", "10s, PT10S", "1.5s, PT1.5S", "5m, PT5M", "2 h, PT2H"})
    void durationHasAUnit(String text, Duration expected) {
        assertThat(Quantity.duration(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "0ms", "0.5ms", "10 sec", "10S", "1e3s", "1s 2s"})
    void anythingElseIsNoDuration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.duration(text))
                .withMessage("'" + text + "' is not a duration; write 150ms, 10s or 5m");
    }

    @ParameterizedTest
    @CsvSource({"1B, 1", "64KB, 65536", "1MB, 1048576", "0.5KB, 512", "999999999GB, 1073741822926258176"})
    void sizeCountsInPowersOf1024(String text, long expected) {
        assertThat(Quantity.bytes(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "64kb", "0KB", "0.3B", "64KB/s"})
    void anythingElseIsNoSize(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.bytes(text));
    }

    @ParameterizedTest
    @CsvSource({"1%, 0.01", "0.5%, 0.005", "0%, 0", "100%, 1"})
    void percentageIsAShare(String text, double expected) {
        assertThat(Quantity.share(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "101%", "100.1%", "-1%", "0.01"})
    void anythingElseIsNoPercentage(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.share(text));
    }
}
