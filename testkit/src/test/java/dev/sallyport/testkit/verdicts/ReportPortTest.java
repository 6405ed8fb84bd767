package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding.PortFinding;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.PortRange;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A firewall that lets media through and not its reports, which go to the next port. */
@RequiresFirewall
@Timeout(120)
class ReportPortTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("media.yaml");
        site.warmUp();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void thatIsOpenIsPartOfWhatIsProven() {
        CheckResult found = found(media());

        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void thatIsClosedIsNamedWhereItsMediaPasses() {
        Check media = media();
        int closed = media.further().reports().get(0);
        try (AppliedFault fault = site.firewall().apply(new FaultWord("drop-request").on(media, closed, closed))) {
            CheckResult found = found(media);

            assertThat(found.finding().status()).as(words(found)).isEqualTo(Status.FAILED);
            assertThat(found.finding().ports())
                    .as(words(found))
                    .contains(new PortFinding(PortRange.of(closed - 1), 1, Verdict.CUT));
            assertThat(found.finding().reason()).as(words(found)).contains("RTCP port " + closed);
            assertThat(fault.packets()).as("packets that the rule took").isPositive();
        }
    }

    private static Check media() {
        return site.check("client1 > mediation1 49152-57500/udp");
    }

    private static CheckResult found(Check check) {
        return site.run(OneWrongRuleTest.PATIENCE, check::equals).checks().get(0);
    }

    private static String words(CheckResult found) {
        return Found.words(found, site.firewall());
    }
}
