package dev.sallyport.testkit.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementTest {
    private static final Optional<String> MISSING = Optional.of("the program 'nft' is missing");

    @Test
    void nothingMissingRunsTheTests() {
        assertThat(new Requirement("firewall.required", true)
                        .decide(Optional.empty())
                        .isDisabled())
                .isFalse();
    }

    @Test
    void whatIsMissingSkipsTheTestsAndSaysSo() {
        var decision = new Requirement("firewall.required", false).decide(MISSING);
        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason().orElseThrow()).startsWith("the program 'nft' is missing");
    }

    @Test
    void whatIsMissingAndRequiredFailsThem() {
        assertThatThrownBy(() -> new Requirement("firewall.required", true).decide(MISSING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dfirewall.required=true forbids to skip")
                .hasMessageContaining("'nft' is missing");
    }
}
