package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Verdict;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.Firewall;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The proof of verdicts: the documented plan with its denies behind a firewall that lets through what is documented, under
 * faults drawn by a seed. Exactly the touched checks change, each to what the reviewed table allows.
 *
 * <p>{@code -Dmutation.combinations} says how many are drawn, {@code -Dmutation.seed} which, and {@code -Dmutation.faults} a
 * pattern that narrows them. A combination whose rule took
 * no packet shows nothing, and another is drawn in its place.
 */
@RequiresFirewall
@Timeout(3600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutationTest {
    private static final int COMBINATIONS = Integer.getInteger("mutation.combinations", 40);
    private static final long SEED = Long.getLong("mutation.seed", 2013);

    private static final String FAULTS = System.getProperty("mutation.faults", ".*");

    /** In the namespaces answers come at once; what a busy machine makes late is asked again with more patience. */
    private static final Patience QUICK = new Patience(
            List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200)),
            Duration.ofMillis(500),
            Duration.ofMillis(1500));

    private static final int TRIES = 4;

    /** What a machine that is too busy to answer can look like; anything else is not asked a second time. */
    private static final Set<Verdict> LATE =
            EnumSet.of(Verdict.NOT_MEASURED, Verdict.REQUEST_LOST, Verdict.REPLY_LOST, Verdict.CUT, Verdict.DEGRADED);

    private static final MutationTable TABLE = MutationTable.read();

    private static Site site;

    @BeforeAll
    static void open() {
        SiteFile file = SiteFile.withItsDenies("contoso.yaml");
        site = Site.with(file, file.hosts());
        site.firewall().load(RulesOfThePlan.of(site.file()));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** What was found in the end, and how often it had to be asked again. */
    private record Told(Map<Check, CheckResult> found, int again) {}

    @Test
    @Order(1)
    void withoutAFaultWhatIsDocumentedIsOpenAndAllElseIsClosed() {
        Told told = ask(site.checks(), nothingWrong());
        assertThat(wrong(told, nothingWrong(), check -> true)).isEmpty();
    }

    private static MutationRound nothingWrong() {
        return new MutationRound(List.of(), new Combinations(site.file(), TABLE), TABLE);
    }

    @Test
    @Order(2)
    void underEveryFaultExactlyTheTouchedChecksChange() {
        Score score = new Score();
        MutationDraw draw = new MutationDraw(site.file(), TABLE, SEED, FAULTS);
        while (score.counted < COMBINATIONS) {
            MutationRound round = draw.next(COMBINATIONS - score.counted);
            if (round.wrong().isEmpty()) {
                break;
            }
            play(round, draw.checks(round), score);
        }
        System.out.println(score);
        assertThat(score.wrong).as(score.toString()).isEmpty();
        assertThat(score.counted).as("combinations that could be drawn").isEqualTo(COMBINATIONS);
    }

    private static final class Score {
        private final List<String> wrong = new ArrayList<>();
        private int counted;
        private int right;
        private int again;
        private int idle;

        private void count(Combination combination, List<String> unexpected) {
            counted++;
            right += unexpected.isEmpty() ? 1 : 0;
            unexpected.forEach(each -> wrong.add(combination + ": " + each));
        }

        @Override
        public String toString() {
            return "verdicts: " + right + " of " + counted + " as expected, seed " + SEED + " (" + again
                    + " checks asked again, " + idle + " faults met no packet)";
        }
    }

    private static void play(MutationRound round, List<Check> checks, Score score) {
        Map<Combination, List<AppliedFault>> planted = new LinkedHashMap<>();
        round.wrong().forEach(combination -> planted.put(combination, plant(combination)));
        Told told = ask(checks, round);
        score.again += told.again;
        for (Combination combination : round.wrong()) {
            if (planted.get(combination).stream().allMatch(fault -> fault.packets() > 0)) {
                score.count(combination, wrong(told, round, combination.touched()::contains));
            } else {
                score.idle++;
            }
        }
        wrong(told, round, check -> !round.touched().contains(check))
                .forEach(each -> score.wrong.add("untouched beside " + round.wrong() + ": " + each));
        planted.values().forEach(faults -> faults.forEach(AppliedFault::close));
    }

    private static List<AppliedFault> plant(Combination combination) {
        return combination.rules().stream()
                .map(rule -> firewall(rule).apply(rule.fault()))
                .toList();
    }

    private static Firewall firewall(Planted rule) {
        return rule.host().map(site.namespaces()::hostFirewall).orElseGet(site::firewall);
    }

    private static Told ask(List<Check> checks, MutationRound round) {
        Map<Check, CheckResult> found = new LinkedHashMap<>();
        List<Check> odd = checks;
        int again = 0;
        for (int tries = 0; tries < TRIES && !odd.isEmpty(); tries++) {
            again += tries == 0 ? 0 : odd.size();
            Patience patience = tries == 0 ? QUICK : OneWrongRuleTest.PATIENCE;
            site.runWithControls(patience, odd).checks().forEach(result -> found.put(result.check(), result));
            odd = checks.stream()
                    .filter(check -> !asExpected(found.get(check), round))
                    .filter(check -> LATE.contains(found.get(check).finding().verdict()))
                    .toList();
        }
        return new Told(found, again);
    }

    private static boolean asExpected(CheckResult found, MutationRound round) {
        return round.expected(found.check()).allows(found.check(), found.finding());
    }

    private static List<String> wrong(Told told, MutationRound round, Predicate<Check> which) {
        return told.found().values().stream()
                .filter(found -> which.test(found.check()))
                .filter(found -> !asExpected(found, round))
                .map(found -> "not " + round.expected(found.check()) + ", but " + Found.words(found))
                .toList();
    }
}
