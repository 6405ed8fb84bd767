package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Party;
import dev.sallyport.run.Progress;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Our own trouble is never the firewall's: what could not be measured is inconclusive, and says why. */
@RequiresFirewall
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotMeasuredTest {

    private static final Set<String> HOSTS = Set.of("partner1", "edge1", "gateway1", "mediation1");

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.with(SiteFile.of("contoso.yaml"), HOSTS);
        site.run(Site.LONG, ours());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Predicate<Check> ours() {
        return check -> check.ports().size() == 1
                && HOSTS.contains(check.flow().from().host())
                && HOSTS.contains(check.flow().to().host());
    }

    @Test
    @Order(1)
    void portThatAnotherProcessHoldsIsNotBlocked() throws IOException, InterruptedException {
        Process holder = holding("mediation1", "10.1.0.30", "5068");
        try {
            RunResult run = site.run(OneWrongRuleTest.PATIENCE, ours());

            CheckResult held = only(run, check -> check.id().equals("gateway1 > mediation1 5068/tcp"));
            assertNotMeasured(held, "mediation1 was not listening: ");
            assertThat(held.finding().reason()).contains("pid " + holder.pid());
            othersAreOpen(run, check -> check.equals(held.check()));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    @Order(2)
    void agentKilledInMidRunLeavesItsChecksUnmeasured() {
        RunResult run = site.run(OneWrongRuleTest.PATIENCE, ours(), new Progress() {
            @Override
            public void armed(String host, List<Listening> listening) {
                if (host.equals("edge1")) {
                    site.kill("edge1");
                }
            }
        });

        touching(run, "edge1").forEach(found -> assertNotMeasured(found, "edge1"));
        othersAreOpen(run, check -> touches(check, "edge1"));
    }

    @Test
    @Order(3)
    void agentThatWasGoneBeforeTheRunLeavesItsChecksUnmeasured() {
        RunResult run = site.run(OneWrongRuleTest.PATIENCE, ours());

        touching(run, "edge1").forEach(found -> assertNotMeasured(found, "edge1"));
        othersAreOpen(run, check -> touches(check, "edge1"));
    }

    private static Process holding(String host, String address, String port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process holder = site.namespaces()
                .start(host, java, "-XX:+UseSerialGC", "-cp", classes, HeldPort.class.getName(), address, port);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("held");
        return holder;
    }

    private static Stream<CheckResult> touching(RunResult run, String host) {
        List<CheckResult> touched = run.checks().stream()
                .filter(found -> touches(found.check(), host))
                .toList();
        assertThat(touched.size()).as("checks of " + host).isPositive();
        return touched.stream();
    }

    private static boolean touches(Check check, String host) {
        return Stream.of(check.flow().from(), check.flow().to())
                .map(Party::host)
                .anyMatch(host::equals);
    }

    private static CheckResult only(RunResult run, Predicate<Check> wanted) {
        return run.checks().stream()
                .filter(found -> wanted.test(found.check()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertNotMeasured(CheckResult found, String why) {
        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(found.finding().status()).as(words(found)).isEqualTo(Status.INCONCLUSIVE);
        assertThat(found.finding().reason()).contains(why);
    }

    private static void othersAreOpen(RunResult run, Predicate<Check> touched) {
        List<CheckResult> others = run.checks().stream()
                .filter(found -> !touched.test(found.check()))
                .toList();
        assertThat(others.size()).as("other checks").isPositive();
        others.forEach(
                found -> assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.OPEN));
    }

    private static String words(CheckResult found) {
        return Found.words(found, site.firewall());
    }
}
