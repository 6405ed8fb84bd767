package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding.PortFinding;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.PortRange;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.Fault;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Case;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Expected;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agents stay up; only the firewall's rules change, one at a time for each flow. */
@RequiresFirewall
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneWrongRuleTest {

    /**
     * Attempts closer together than a user's, to be quick; steps longer, since a busy machine must not look like a firewall.
     * A step also outlasts the two seconds that a dialback's second connection may take.
     */
    static final Patience PATIENCE = new Patience(
            List.of(Duration.ZERO, Duration.ofMillis(250), Duration.ofMillis(500)),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("contoso.yaml");
        site.warmUp();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    @Order(1)
    void everythingIsOpenAtFirst() {
        everythingIsOpen();
    }

    @Test
    @Order(4)
    void everythingIsOpenInTheEnd() {
        everythingIsOpen();
    }

    private static void everythingIsOpen() {
        RunResult run = site.run(Site.LONG, check -> true);
        assertThat(run.checks().size()).as("checks that were run").isGreaterThan(40);
        run.checks().forEach(OneWrongRuleTest::assertOpen);
    }

    static List<Together> runs() {
        return ExpectedVerdicts.runs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    @Order(2)
    void exactlyTheTouchedChecksChange(Together wrong) {
        Map<String, Expected> touched = wrong.touched();
        List<AppliedFault> faults = site.firewall()
                .apply(wrong.cases().stream().map(OneWrongRuleTest::fault).toList());
        RunResult run = site.run(PATIENCE, check -> touched.containsKey(check.id()) || crossesWithOnePort(check));

        assertThat(run.checks().stream().map(found -> found.check().id())).containsAll(touched.keySet());
        assertThat(run.checks().size()).as("checks that were run").isGreaterThan(15);
        run.checks().forEach(found -> assertFound(found, touched));
        assertThat(faults)
                .allSatisfy(fault ->
                        assertThat(fault.packets()).as("packets of %s", fault).isPositive());
    }

    @AfterEach
    void nothingIsWrongAnyMore() {
        site.firewall().allowEverything();
    }

    private static Fault fault(Case wrong) {
        return wrong.fault().on(site.check(wrong.flow()));
    }

    @Test
    @Order(3)
    void aHoleInARangeIsNamedByItsPort() {
        Check media = site.check("gateway1 > mediation1 49152-57500/udp");
        int hole = media.ports().get(3);
        try (AppliedFault fault = site.firewall().apply(new FaultWord("drop-request").on(media, hole, hole))) {
            RunResult run = site.run(PATIENCE, check -> check.equals(media) || crossesWithOnePort(check));
            for (CheckResult found : run.checks()) {
                if (found.check().equals(media)) {
                    assertHole(found, hole);
                } else {
                    assertOpen(found);
                }
            }
            assertThat(fault.packets()).as("packets that the rule took").isPositive();
        }
    }

    private static void assertHole(CheckResult found, int hole) {
        List<Integer> ports = found.check().ports();
        int at = ports.indexOf(hole);
        int last = ports.size() - 1;
        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.REQUEST_LOST);
        assertThat(found.finding().status()).as(words(found)).isEqualTo(Status.FAILED);
        assertThat(found.finding().ports())
                .as(words(found))
                .containsExactly(
                        new PortFinding(new PortRange(ports.get(0), ports.get(at - 1)), at, Verdict.OPEN),
                        new PortFinding(PortRange.of(hole), 1, Verdict.REQUEST_LOST),
                        new PortFinding(new PortRange(ports.get(at + 1), ports.get(last)), last - at, Verdict.OPEN));
    }

    private static boolean crossesWithOnePort(Check check) {
        return check.ports().size() == 1
                && !check.flow().from().zone().equals(check.flow().to().zone());
    }

    private static void assertFound(CheckResult found, Map<String, Expected> touched) {
        if (touched.containsKey(found.check().id())) {
            assertThat(Expected.of(found.finding()))
                    .as(words(found))
                    .isEqualTo(touched.get(found.check().id()));
            assertThat(found.finding().status()).as(words(found)).isEqualTo(Status.FAILED);
        } else {
            assertOpen(found);
        }
    }

    private static void assertOpen(CheckResult found) {
        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.OPEN);
        assertThat(found.finding().status()).as(words(found)).isEqualTo(Status.PASSED);
    }

    private static String words(CheckResult found) {
        return Found.words(found, site.firewall());
    }
}
