package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.LostAbove;
import dev.sallyport.check.Status;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Case;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Expected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A firewall that passes small packets and drops large ones: the size is found from both ends, and said. */
@RequiresFirewall
@Timeout(120)
class LostAboveTest {

    private static final Patience PATIENCE =
            new Patience(List.of(Duration.ZERO, Duration.ofMillis(250)), Duration.ofSeconds(2), Duration.ofSeconds(3));

    /** As close as the search goes. */
    private static final int CLOSE = 16;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("branch.yaml");
        site.warmUp();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    static List<Case> cases() {
        return ExpectedVerdicts.read("lost-above.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSizeIsBracketedAndTheDirectionNamed(Case wrong) {
        Check check = site.check(wrong.flow());
        try (AppliedFault fault = site.firewall().apply(wrong.fault().on(check))) {
            RunResult run = site.run(PATIENCE, each -> each.equals(check));
            assertFound(run.checks().get(0), wrong);
            assertThat(fault.packets()).as("packets that the rule took").isPositive();
        }
    }

    private static void assertFound(CheckResult found, Case wrong) {
        String words = Found.words(found, site.firewall());
        int size = wrong.fault().size().orElseThrow();
        assertThat(Expected.of(found.finding()))
                .as(words)
                .isEqualTo(wrong.touched().get(found.check().id()));
        assertThat(found.finding().status()).as(words).isEqualTo(Status.FAILED);
        assertThat(found.finding().lostAbove()).as(words).hasValueSatisfying(above -> assertBrackets(above, size));
        assertThat(found.finding().lostAbove().flatMap(LostAbove::towards))
                .as(words)
                .isEqualTo(Optional.of(wrong.fault().towards(found.check())));
        assertThat(found.finding().reason()).contains("lost above ");
    }

    private static void assertBrackets(LostAbove above, int size) {
        assertThat(above.bytes()).isLessThanOrEqualTo(size).isGreaterThan(size - CLOSE);
        assertThat(above.lost()).isGreaterThan(size).isLessThanOrEqualTo(size + CLOSE);
    }
}
