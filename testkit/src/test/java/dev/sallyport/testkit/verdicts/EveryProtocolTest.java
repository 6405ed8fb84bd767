package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Expected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every exchange, over every transport it can ride on, meets a dropped request, a dropped reply and refusals of two kinds;
 * exactly the touched checks change. Several rules are wrong at a time, each on packets of its own, which is what keeps
 * it short.
 */
@RequiresFirewall
@Timeout(300)
class EveryProtocolTest {
    private static final WrongRules RULES = WrongRules.read();

    /** What one check came to in one round, and how many packets its wrong rule took. */
    record Tried(CheckResult found, Optional<FaultWord> fault, Optional<Long> packets) {
        @Override
        public String toString() {
            return fault.map(FaultWord::word).orElse("nothing wrong") + " on "
                    + found.check().exchange() + " in " + found.check().id();
        }
    }

    private static List<Tried> everything;

    @BeforeAll
    static void tryEverything() {
        try (Site site = Site.of(SpokenChecks.SITE)) {
            List<Check> checks = List.copyOf(SpokenKind.oneOfEach(site.file()));
            // Cold agents take longer over a first handshake than a network team's patience lasts.
            site.run(Site.LONG, checks);
            everything = Round.of(checks, RULES).stream()
                    .flatMap(round -> tried(site, checks, round).stream())
                    .toList();
        }
    }

    private static List<Tried> tried(Site site, List<Check> checks, Round round) {
        Map<Way, AppliedFault> applied = round.apply(site.firewall());
        RunResult run = site.run(OneWrongRuleTest.PATIENCE, checks);
        List<Tried> tried = run.checks().stream()
                .map(found -> new Tried(
                        found,
                        round.on(found.check()),
                        Optional.ofNullable(applied.get(Way.of(found.check()))).map(AppliedFault::packets)))
                .toList();
        site.firewall().allowEverything();
        return tried;
    }

    static List<Tried> touched() {
        return everything.stream().filter(tried -> tried.fault().isPresent()).toList();
    }

    static List<Tried> untouched() {
        return everything.stream().filter(tried -> tried.fault().isEmpty()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("touched")
    void touchedCheckFailsAsTheTableSays(Tried tried) {
        assertThat(Expected.of(tried.found().finding()))
                .as(Found.words(tried.found()))
                .isEqualTo(RULES.of(tried.fault().orElseThrow(), tried.found().check()));
        assertThat(tried.found().finding().status()).isEqualTo(Status.FAILED);
        assertThat(tried.packets().orElseThrow())
                .as("packets that the rule took")
                .isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untouched")
    void untouchedCheckStaysOpen(Tried tried) {
        assertThat(tried.found().finding().verdict())
                .as(Found.words(tried.found()))
                .isEqualTo(Verdict.OPEN);
        assertThat(tried.found().finding().status()).isEqualTo(Status.PASSED);
    }
}
