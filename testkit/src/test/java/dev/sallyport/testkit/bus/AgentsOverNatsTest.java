package dev.sallyport.testkit.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each test leaves the broker up and an agent of every host on it. */
@RequiresPeer("nats-server")
@Timeout(300)
class AgentsOverNatsTest {

    private static final String UNDER_WAY = "\\d+ of \\d+ ports tried.*";
    private static final String NOT_MEASURED = "INCONCLUSIVE not-measured";

    @TempDir
    private static Path folder;

    private static NatsSite site;
    private static Map<String, String> inOneProcess;

    @BeforeAll
    static void start() throws Exception {
        try (LoopbackLab lab = LoopbackLab.of(NatsSite.LAB)) {
            inOneProcess = NatsSite.verdicts(lab.run(lab.plan()));
        }
        site = NatsSite.start(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static void assertSameVerdicts(StartedCommand run, String report) {
        run.end();
        assertThat(site.verdicts(report)).as(run.said()).isEqualTo(inOneProcess);
    }

    @Test
    void findTheSameAsAgentsInOneProcess() {
        StartedCommand run = site.run("same");
        assertSameVerdicts(run, "same");
        assertThat(inOneProcess).containsValue("PASSED open").containsValue("FAILED open");
    }

    @Test
    void serveOneRunAtATime() {
        StartedCommand first = site.run("first").await(UNDER_WAY);
        StartedCommand second = site.run("second");
        assertThat(second.end()).as(second.said()).isEqualTo(2);
        assertThat(second.said())
                .containsPattern("the lab is busy, held by \\S+@\\S+ since \\S+Z: wait until that run is over");
        assertSameVerdicts(first, "first");
    }

    @Test
    void outliveTheBroker() {
        StartedCommand run = site.run("broker").await(UNDER_WAY);
        site.killBroker();
        run.await("the bus at .* went away; dialling it again");
        site.startBroker();
        assertSameVerdicts(run, "broker");
        assertThat(run.said()).contains("is back");
    }

    @Test
    void outliveTheController() {
        site.run("killed").await(UNDER_WAY).kill();
        assertSameVerdicts(site.run("after"), "after");
    }

    @Test
    void thatAreKilledLeaveWhatTheySawUnmeasured() {
        StartedCommand run = site.run("agent").await(UNDER_WAY);
        site.killAgent("gateway1");
        site.startAgent("gateway1");
        run.end();
        site.awaitAgent("gateway1");
        Map<String, String> found = site.verdicts("agent");
        assertThat(run.said()).contains("gateway1: its agent");
        assertThat(found.keySet()).isEqualTo(inOneProcess.keySet());
        found.forEach((check, verdict) -> assertThat(verdict)
                .as(check + "\n" + run.said())
                .isIn(
                        check.contains("gateway1")
                                ? new Object[] {inOneProcess.get(check), NOT_MEASURED}
                                : new Object[] {inOneProcess.get(check)}));
        assertThat(found.values()).contains(NOT_MEASURED);
    }

    @Test
    void thatAreAskedToEndSayGoodbye() {
        StartedCommand run = site.run("asked").await(UNDER_WAY);
        site.agent("gateway1").ask();
        run.await(".*gateway1.*it was interrupted.*");
        assertThat(site.agent("gateway1").end()).isZero();
        run.end();
        site.startAgent("gateway1");
        site.awaitAgent("gateway1");
    }

    @Test
    void thatAreMissingAreNamed() {
        site.agent("fe1").ask();
        site.agent("fe1").end();
        StartedCommand run = site.run("missing", "--wait", "3s");
        assertThat(run.end()).as(run.said()).isIn(1, 3);
        assertThat(run.said())
                .contains("waiting for fe1 to join")
                .contains("fe1: its agent has not joined tls://127.0.0.1:");
        site.startAgent("fe1");
        site.awaitAgent("fe1");
    }
}
