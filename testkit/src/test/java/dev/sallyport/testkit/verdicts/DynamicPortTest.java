package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Endpoints;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.DropReply;
import dev.sallyport.testkit.firewall.DropRequest;
import dev.sallyport.testkit.firewall.Fault;
import dev.sallyport.testkit.firewall.FilteredFlow;
import dev.sallyport.testkit.firewall.RejectWithReset;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A firewall that lets 135 through and not the dynamic port that the endpoint mapper names there (SRV-05). */
@RequiresFirewall
@Timeout(120)
class DynamicPortTest {

    private static final String NEAR = "10.61.0.10";
    private static final String FAR = "10.62.0.10";
    private static final int PORT = 49155;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("dynamic-port.yaml");
        run();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void whereItIsOpenEverythingIs() {
        CheckResult found = run();

        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.OPEN);
        assertThat(found.check().exchange()).isEqualTo("dcerpc/call");
    }

    @Test
    void theSecondConnectionBringsTheSameNonceToIt() {
        Agent near = site.agent("fe1");
        Agent far = site.agent("fe2");
        far.arm(Endpoints.of(List.of(check())).get("fe2")).toCompletableFuture().join();
        near.fire(List.of(check()), OneWrongRuleTest.PATIENCE, attempt -> {})
                .toCompletableFuture()
                .join();

        List<Contact> seen = far.collect().toCompletableFuture().join().seen();
        assertThat(seen).extracting(contact -> contact.local().getPort()).containsExactlyInAnyOrder(135, PORT);
        assertThat(seen).extracting(Contact::nonces).doesNotContain(List.of());
        assertThat(seen.get(0).nonces()).isEqualTo(seen.get(1).nonces());
        far.disarm().toCompletableFuture().join();
        near.disarm().toCompletableFuture().join();
    }

    @Test
    void whereItsRequestsAreDroppedTheFindingNamesIt() {
        assertCut(new DropRequest(FilteredFlow.tcp(NEAR, FAR, PORT)), How.SILENCE);
    }

    @Test
    void whereItsRepliesAreDroppedTheFindingNamesIt() {
        assertCut(new DropReply(FilteredFlow.tcp(NEAR, FAR, PORT)), How.SILENCE);
    }

    @Test
    void whereItIsRefusedTheFindingNamesIt() {
        assertCut(new RejectWithReset(FilteredFlow.tcp(NEAR, FAR, PORT)), How.REFUSED);
    }

    /** What is lost at 135 is lost there, and nothing is said of another port. */
    @Test
    void whereTheMapperIsNotReachedNoOtherPortIsNamed() {
        try (AppliedFault fault = site.firewall().apply(new DropRequest(FilteredFlow.tcp(NEAR, FAR, 135)))) {
            CheckResult found = run();
            assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.REQUEST_LOST);
            assertThat(found.finding().reason()).doesNotContain(Integer.toString(PORT));
            assertThat(fault.packets()).isPositive();
        }
    }

    @Test
    void whereAnotherProcessHoldsItNothingIsFound() throws IOException, InterruptedException {
        Process holder = holding();
        try {
            CheckResult found = run();
            assertThat(found.finding().verdict()).as(words(found)).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(found.finding().reason())
                    .contains("fe2 was not listening", Integer.toString(PORT), "pid " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private static void assertCut(Fault fault, How how) {
        try (AppliedFault applied = site.firewall().apply(fault)) {
            CheckResult found = run();
            Finding finding = found.finding();
            assertThat(finding.verdict()).as(words(found)).isEqualTo(Verdict.CUT);
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.stage()).isEqualTo(Stage.CONNECT);
            assertThat(finding.how()).isEqualTo(how);
            assertThat(finding.reason()).contains("calling DCOM at port 49155, which the endpoint mapper named");
            assertThat(applied.packets()).isPositive();
        }
    }

    private static Process holding() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process holder = site.namespaces()
                .start("fe2", java, "-XX:+UseSerialGC", "-cp", classes, HeldPort.class.getName(), FAR, "" + PORT);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("held");
        return holder;
    }

    private static CheckResult run() {
        return site.run(OneWrongRuleTest.PATIENCE, check()::equals).checks().get(0);
    }

    private static Check check() {
        return site.check("fe1 > fe2 135/tcp");
    }

    private static String words(CheckResult found) {
        return Found.words(found, site.firewall());
    }
}
