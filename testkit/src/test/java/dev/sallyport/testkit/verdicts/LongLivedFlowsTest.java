package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.scenarios.Planner;
import dev.sallyport.scenarios.ScenarioFile;
import dev.sallyport.scenarios.Selection;
import dev.sallyport.scenarios.Spoken;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A firewall that forgets flows, or ends them late; its rules and the verdicts they must have are written by hand. */
@RequiresFirewall
@Timeout(180)
class LongLivedFlowsTest {

    private static final Patience PATIENCE =
            new Patience(List.of(Duration.ZERO, Duration.ofSeconds(1)), Duration.ofSeconds(5), Duration.ofSeconds(6));

    private static final String SIP = "outside1 > edge1/access 5061/tcp";
    private static final String XMPP = "outside1 > edge1/access 5269/tcp";
    private static final String STUN = "outside1 > edge1/av 3478/udp";

    /** Silences of 0.2, 0.6, 1.2, 2.4 and 6 s, between the last two of which every state of these rules ends. */
    private static final String IDLE = "{ scenario: idle, deny: { undocumented: none }, idle: { up-to: 6s } }";

    private static final String FORGETS = """
            table inet forgets {
              ct timeout tcp4 { protocol tcp; l3proto ip; policy = { established : 4 } ; }
              ct timeout udp4 { protocol udp; l3proto ip; policy = { unreplied : 4, replied : 4 } ; }
              chain assign {
                type filter hook prerouting priority 0
                ip protocol tcp ct timeout set "tcp4"
                ip protocol udp ct timeout set "udp4"
              }
              chain pass {
                type filter hook forward priority 10
                ct state invalid %s
                ip saddr 10.3.0.0/24 ct state new drop
              }
            }
            """;

    private static final String CUTS_LATE = """
            table inet late {
              chain pass {
                type filter hook forward priority 10
                tcp dport 5061 ct bytes > 40000 %1$s
                tcp sport 5061 ct bytes > 40000 %1$s
              }
            }
            """;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("long-lived.yaml");
        atFirewall("nf_conntrack_acct", 1);
        site.warmUp();
    }

    @AfterEach
    void forgetTheRules() {
        site.firewall().load("");
        atFirewall("nf_conntrack_tcp_loose", 1);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aFirewallThatRemembersLeavesEverySilenceAlive() {
        Map<String, CheckResult> found = idle();
        assertThat(found.keySet()).contains(SIP + "#idle", XMPP + "#idle", STUN + "#idle");
        assertThat(found.values())
                .extracting(result -> result.check().exchange())
                .contains("msturn/allocate");
        found.values().forEach(result -> {
            assertThat(result.finding().verdict()).as(words(result)).isEqualTo(Verdict.OPEN);
            assertThat(result.finding().reason()).contains("6 s still worked");
        });
    }

    @Test
    void aStrictFirewallThatForgetsLosesWhatEitherEndSaysFirst() {
        atFirewall("nf_conntrack_tcp_loose", 0);
        site.firewall().load(FORGETS.formatted("drop"));
        Map<String, CheckResult> found = idle();
        assertExpired(found.get(SIP + "#idle"), "outside1", How.SILENCE);
        assertExpired(found.get(XMPP + "#idle"), "outside1", How.SILENCE);
        assertExpired(found.get(STUN + "#idle"), "edge1/av", How.SILENCE);
    }

    @Test
    void aFirewallThatTakesFlowsUpAgainLosesOnlyWhatTheFarEndSaysFirst() {
        site.firewall().load(FORGETS.formatted("accept"));
        Map<String, CheckResult> found = idle();
        assertExpired(found.get(SIP + "#idle"), "edge1/access", How.SILENCE);
        assertExpired(found.get(XMPP + "#idle"), "edge1/access", How.SILENCE);
    }

    @Test
    void aFirewallThatResetsWhatItForgotIsToldFromOneThatIsSilent() {
        atFirewall("nf_conntrack_tcp_loose", 0);
        site.firewall().load(FORGETS.formatted("reject with tcp reset"));
        assertExpired(idle().get(SIP + "#idle"), "outside1", How.RESET);
    }

    @Test
    void aFirewallThatDecidesLateCutsWhatIsHeldAndNothingElse() {
        site.firewall().load(CUTS_LATE.formatted("drop"));
        Finding plain = run("{ scenario: plain, deny: { undocumented: none } }")
                .get(SIP)
                .finding();
        CheckResult held = run("{ scenario: held, deny: { undocumented: none }, hold: { for: 2s, bytes: 64KB } }")
                .get(SIP);

        assertThat(plain.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(held.finding().verdict()).as(words(held)).isEqualTo(Verdict.CUT);
        assertThat(held.finding().stage()).isEqualTo(Stage.REPLY);
        assertThat(held.finding().reason())
                .containsPattern("silence at reply after \\d+\\.\\d s and [123]\\d{4} bytes");
    }

    private static void assertExpired(CheckResult result, String speaker, How how) {
        String words = words(result);
        Finding finding = result.finding();
        assertThat(finding.verdict()).as(words).isEqualTo(Verdict.EXPIRED);
        assertThat(finding.stage()).as(words).isEqualTo(Stage.IDLE);
        assertThat(finding.how()).as(words).isEqualTo(how);
        assertThat(finding.reason())
                .as(words)
                .startsWith("after 6 s of silence what " + speaker + " said first met " + how)
                .contains("after 2.4 s the flow still worked");
    }

    private static String words(CheckResult result) {
        return Found.words(result, site.firewall());
    }

    private static Map<String, CheckResult> idle() {
        return run(IDLE).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("#idle"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, CheckResult> run(String scenario) {
        RunResult run = site.run(PATIENCE, checks(scenario));
        return run.checks().stream()
                .collect(Collectors.toMap(result -> result.check().id(), Function.identity()));
    }

    private static List<Check> checks(String scenario) {
        SiteFile file = site.file();
        Planner planner = new Planner(file.lab(), CatalogFiles.builtIn(), Spoken.of(Protocols.spoken()));
        return planner.plan(
                        List.of(ScenarioFile.parse(
                                        "s.yaml",
                                        scenario,
                                        CatalogFiles.builtIn().vocabulary(),
                                        new Problems())
                                .orElseThrow()),
                        Selection.all())
                .checks();
    }

    private static void atFirewall(String setting, int value) {
        List<String> words = new ArrayList<>(site.namespaces().commandAtFirewall());
        words.addAll(List.of("sh", "-c", "echo " + value + " > /proc/sys/net/netfilter/" + setting));
        try {
            assertThat(new ProcessBuilder(words).inheritIO().start().waitFor())
                    .as("%s", words)
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting " + setting, e);
        }
    }
}
