package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    private static final String COMMANDS = "run plan serve probe judge certs check agent catalog report";

    @Test
    void everyCommandStandsInTheOverview() {
        Outcome outcome = Shell.sallyport("--help");

        assertThat(outcome.status()).isZero();
        for (String command : COMMANDS.split(" ")) {
            assertThat(outcome.out()).containsPattern("(?m)^  " + command + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run", "plan", "serve", "probe", "judge", "certs", "check", "agent", "catalog", "report", "--help"
            })
    void helpEndsWithAnExampleAndFitsEightyColumns(String command) {
        Outcome outcome = command.equals("--help") ? Shell.sallyport(command) : Shell.sallyport(command, "--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Example");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void withoutACommandTheOverviewIsShownAsAMistake() {
        Outcome outcome = Shell.sallyport();

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("Prove:");
    }

    @Test
    void anUnknownCommandIsToldWhatWasMeant() {
        Outcome outcome = Shell.sallyport("catalgo");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("did you mean 'catalog'?");
    }

    @Test
    void theVersionNamesTheTool() {
        assertThat(Shell.sallyport("--version").out()).startsWith("sallyport ");
    }
}
