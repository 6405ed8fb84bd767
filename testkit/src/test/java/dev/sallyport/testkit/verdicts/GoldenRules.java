package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Party;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.verdicts.RuleBase.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every golden rule base. The agents stay up; only the firewalls' rules change.
 *
 * <p>Rules are taken out one at a time: a dozen of each base, drawn by {@code -Dgolden.seed}, or each in turn with {@code
 * -Dgolden.rules=all}. With a drawn rule, ranges of ports that it is not about are left alone; in turn, nothing is.
 */
@RequiresFirewall
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class GoldenRules {

    /** In the namespaces answers come at once; what a busy machine makes late is asked again with more patience. */
    private static final Patience QUICK = new Patience(
            List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200)),
            Duration.ofMillis(500),
            Duration.ofMillis(1500));

    private static final Patience PATIENT = OneWrongRuleTest.PATIENCE;

    private static final boolean EACH_IN_TURN =
            System.getProperty("golden.rules", "").equals("all");

    private final String folder;
    private final List<RuleBase> bases;
    private Site site;

    GoldenRules(String folder) {
        this.folder = folder;
        this.bases = List.of(RuleBase.read(folder, "inner"), RuleBase.read(folder, "outer"));
    }

    @BeforeAll
    void open() {
        site = Site.withItsFirewalls("golden/" + folder + "/lab.yaml");
        load();
        site.warmUp();
    }

    @AfterAll
    void close() {
        if (site != null) {
            site.close();
        }
    }

    private void load() {
        bases.forEach(base -> site.firewall(base.firewall()).load(base.text()));
    }

    @Test
    @Order(1)
    void everyRuleNamesRowsOfTheCatalogueAndCarriesAtLeastOneCheck() {
        Catalog catalog = CatalogFiles.builtIn();
        for (RuleBase base : bases) {
            assertThat(base.rows()).allMatch(row -> catalog.row(row).isPresent());
            assertThat(base.rules()).allSatisfy(rule -> assertThat(rule.named())
                    .as(rule.toString())
                    .allSatisfy(named -> assertThat(site.checks()).anyMatch(named::covers)));
        }
    }

    @Test
    @Order(2)
    void everyFlowBetweenZonesPassesAFirewallAndIsCarriedByARule() {
        assertThat(site.checks())
                .filteredOn(check -> crosses(check) || between(check))
                .allSatisfy(check -> assertThat(rules().stream().filter(rule -> rule.carries(check)))
                        .as(check.id() + " " + check.rows())
                        .isNotEmpty());
    }

    @Test
    @Order(3)
    void wholePlanPasses() {
        List<CheckResult> found = found(Site.LONG, check -> true);
        assertThat(found).hasSameSizeAs(site.checks());
        found.forEach(this::assertOpen);
        found.forEach(this::assertTranslatedAsDeclared);
    }

    Stream<Rule> takenOut() {
        if (EACH_IN_TURN) {
            return rules().stream();
        }
        Random random = new Random(Long.getLong("golden.seed", 2013));
        return bases.stream().flatMap(base -> {
            List<Rule> shuffled = new ArrayList<>(base.rules());
            Collections.shuffle(shuffled, random);
            return shuffled.stream().limit(6);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takenOut")
    @Order(4)
    void withoutARuleItsRowsAreLostAndNothingElse(Rule rule) {
        RuleBase base = rule.base();
        site.firewall(base.firewall()).load(base.textWithout(rule));
        try {
            List<CheckResult> first = found(QUICK, check -> crosses(check) && isTold(check, rule));
            List<String> odd = first.stream()
                    .filter(found -> !asExpected(found, rule))
                    .map(found -> found.check().id())
                    .toList();
            if (!odd.isEmpty()) {
                found(PATIENT, check -> odd.contains(check.id())).forEach(found -> assertAsExpected(found, rule));
            }
            assertThat(first).anyMatch(found -> rule.carries(found.check()));
        } finally {
            site.firewall(base.firewall()).load(base.text());
        }
    }

    @Test
    @Order(5)
    void wholePlanPassesInTheEnd() {
        found(Site.LONG, this::crosses).forEach(this::assertOpen);
    }

    private List<Rule> rules() {
        return bases.stream().flatMap(base -> base.rules().stream()).toList();
    }

    private boolean crosses(Check check) {
        return !check.firewalls().isEmpty();
    }

    /** To be quick, a draw asks of ranges only those that the rule is about. */
    private static boolean isTold(Check check, Rule rule) {
        return EACH_IN_TURN || check.ports().size() == 1 || rule.carries(check);
    }

    private static boolean between(Check check) {
        return !check.flow().from().zone().equals(check.flow().to().zone());
    }

    private List<CheckResult> found(Patience patience, Predicate<Check> wanted) {
        return site.run(patience, wanted).checks();
    }

    private static boolean asExpected(CheckResult found, Rule without) {
        return without.without(found.check()).contains(found.finding().verdict());
    }

    private void assertAsExpected(CheckResult found, Rule without) {
        assertThat(found.finding().verdict())
                .as(() -> "without " + without + "\n" + words(found))
                .isIn(without.without(found.check()));
    }

    private void assertOpen(CheckResult found) {
        assertThat(found.finding().verdict()).as(() -> words(found)).isEqualTo(Verdict.OPEN);
        assertThat(found.finding().status()).as(() -> words(found)).isEqualTo(Status.PASSED);
    }

    /** The addresses that each end used and saw are the lab file's own and public ones. */
    private void assertTranslatedAsDeclared(CheckResult found) {
        Party from = found.check().flow().from();
        Party to = found.check().flow().to();
        Contact near = completed(found).near();
        Contact far = completed(found).dialled().orElseThrow();
        assertThat(near.local().getAddress()).as(() -> words(found)).isEqualTo(from.address());
        assertThat(near.remote().getAddress()).as(() -> words(found)).isEqualTo(to.dialled());
        assertThat(far.local().getAddress()).as(() -> words(found)).isEqualTo(to.address());
        assertThat(far.remote().getAddress()).as(() -> words(found)).isEqualTo(from.dialled());
        assertThat(far.remote().getPort())
                .as(() -> words(found))
                .isEqualTo(near.local().getPort());
    }

    private static Meeting completed(CheckResult found) {
        return found.evidence().get(0).meetings().stream()
                .filter(meeting -> meeting.near().ending().completed())
                .findFirst()
                .orElseThrow();
    }

    private String words(CheckResult found) {
        List<String> boxes = found.check().firewalls();
        return Found.words(found, site.firewall(boxes.isEmpty() ? "inner" : boxes.get(0)));
    }
}
