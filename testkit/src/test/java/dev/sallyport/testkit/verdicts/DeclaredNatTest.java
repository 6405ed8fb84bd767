package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Verdict;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A masquerade that the lab file declares; the same one undeclared stands in the table of wrong rules. */
@RequiresFirewall
@Timeout(120)
class DeclaredNatTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("masquerade.yaml");
        site.warmUp();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner1 > edge1/access 5061/tcp", "messenger1 > edge1/av 3478/udp"})
    void isOpenWithTheMappingInTheEvidence(String id) {
        Check check = site.check(id);
        try (AppliedFault nat = site.firewall().apply(new FaultWord("masquerade").on(check))) {
            CheckResult found = run(check);
            assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.OPEN);
            assertThat(seenFrom(found)).isEqualTo("10.3.0.1");
            assertThat(nat.packets()).isPositive();
        }
    }

    @Test
    void thatDoesNotTranslateIsAnotherThanDeclared() {
        CheckResult found = run(site.check("partner1 > edge1/access 5061/tcp"));

        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.TRANSLATED);
        assertThat(seenFrom(found)).isEqualTo("198.51.100.50");
    }

    private static CheckResult run(Check check) {
        RunResult run = site.run(OneWrongRuleTest.PATIENCE, check::equals);
        return run.checks().get(0);
    }

    private static String seenFrom(CheckResult found) {
        Evidence evidence = found.evidence().get(0);
        return evidence.meetings()
                .get(0)
                .far()
                .orElseThrow()
                .remote()
                .getAddress()
                .getHostAddress();
    }

    private static String words(CheckResult found) {
        return Found.words(found, site.firewall());
    }
}
