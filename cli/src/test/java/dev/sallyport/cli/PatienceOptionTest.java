package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PatienceOptionTest {

    @Command
    static final class Given {
        @Mixin
        private PatienceOption patience;
    }

    private static List<Duration> starts(String... args) {
        Given given = new Given();
        new CommandLine(given).parseArgs(args);
        return given.patience.patience().starts();
    }

    @Test
    void spreadsOverThreeSecondsUnlessTold() {
        assertThat(starts()).containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @Test
    void takesRisingSecondsAndTenths() {
        assertThat(starts("--patience", "0,0.5, 1s"))
                .containsExactly(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(starts("--patience", "0")).containsExactly(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "0,0", "0,2,1", "soon", "", "0,", "-1", "0,1000"})
    void refusesWhatDoesNotRiseFromZero(String wrong) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> starts("--patience", wrong))
                .withMessage("--patience " + wrong
                        + ": write when attempts start, in seconds, rising from 0: 0,1,3 or 0,0.5,1");
    }
}
