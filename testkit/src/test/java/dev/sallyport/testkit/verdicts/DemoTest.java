package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.demo.Fault;
import dev.sallyport.demo.Faults;
import dev.sallyport.json.ReportFile;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it: it finds its faults and nothing else, and leaves nothing behind however it ends. */
@RequiresFirewall
@Timeout(240)
class DemoTest {

    @TempDir
    private Path folder;

    private DemoProcess demo;

    @AfterEach
    void end() {
        demo.close();
    }

    @Test
    void findsItsFiveFaultsAndNothingElse() throws IOException {
        demo = DemoProcess.start(folder, "demo", "--report", report().toString());

        assertThat(demo.status()).as(demo.said()).isEqualTo(1);
        assertThat(failed())
                .as(demo.said())
                .isEqualTo(touched(Faults.builtIn().possibleHere().shown()));
        assertThat(demo.said()).contains("Five faults were planted; found: all five, and nothing else failed");
        assertNothingIsLeft();
    }

    @Test
    void needsNoRoot() throws IOException {
        assumeTrue(OrdinaryUser.mayMakeNamespaces(), "this kernel lets nobody but root make namespaces");
        OrdinaryUser.owns(folder);
        demo = DemoProcess.startAsOrdinaryUser(folder, "demo", "--report", report().toString());

        assertThat(demo.status()).as(demo.said()).isEqualTo(1);
        assertThat(failed())
                .as(demo.said())
                .isEqualTo(touched(Faults.builtIn().possibleHere().shown()));
        assertNothingIsLeft();
    }

    @Test
    void tellsTheTruthOfAChallengeInTheEnd() throws IOException {
        demo = DemoProcess.start(folder, "challenge", "--seed", "7", "--report", report().toString());

        assertThat(demo.status()).as(demo.said()).isEqualTo(1);
        assertThat(failed())
                .as(demo.said())
                .isEqualTo(touched(Faults.builtIn().possibleHere().drawn(7, 3)));
        assertThat(demo.said()).contains("Three faults were planted; found: all three, and nothing else failed");
    }

    @Test
    void leavesNothingBehindWhenKilled() {
        demo = DemoProcess.start(folder, "demo", "--report", report().toString());
        demo.awaitLine("ports tried");
        demo.kill();

        assertNothingIsLeft();
    }

    @Test
    void leavesNothingBehindWhenInterrupted() {
        demo = DemoProcess.start(folder, "demo", "--report", report().toString());
        demo.awaitLine("ports tried");
        demo.interrupt();

        assertThat(demo.status()).as(demo.said()).isEqualTo(130);
        assertNothingIsLeft();
    }

    private Path report() {
        return folder.resolve("report");
    }

    /** Namespaces live as long as a process in them; the agents and what holds the site are all there were. */
    private void assertNothingIsLeft() {
        assertThat(demo.started()).as("processes it started").hasSizeGreaterThan(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(demo.started()).noneMatch(ProcessHandle::isAlive));
    }

    private Map<String, Verdict> failed() throws IOException {
        Path file = report().resolve("report.json");
        Map<String, Verdict> failed = new TreeMap<>();
        ReportFile.read(file.toString(), Files.readString(file)).run().checks().stream()
                .filter(found -> found.finding().status() == Status.FAILED)
                .forEach(found -> failed.put(found.check().id(), found.finding().verdict()));
        return failed;
    }

    private static Map<String, Verdict> touched(List<Fault> faults) {
        Map<String, Verdict> touched = new TreeMap<>();
        faults.forEach(fault -> touched.putAll(fault.touches()));
        return touched;
    }
}
