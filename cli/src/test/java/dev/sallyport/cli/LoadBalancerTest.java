package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.cli.Shell.Outcome;
import dev.sallyport.json.ReportFile;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Mediation pool behind a load balancer, over real sockets and TLS from end to end. */
class LoadBalancerTest {

    private static final String BALANCER = """
            lab: balanced
            domain: balanced.test
            zones: [inside]
            hosts:
              fe1: { zone: inside, address: 127.77.1.1, roles: [front-end] }
              medlb1: { zone: inside, pool: medpool1, address: 127.77.1.9, roles: [mediation-load-balancer] }
            """;
    private static final String POOL = """
              med1: { zone: inside, pool: medpool1, address: 127.77.1.2, roles: [mediation] }
              med2: { zone: inside, pool: medpool1, address: 127.77.1.3, roles: [mediation] }
            """;

    @TempDir
    Path folder;

    private Path report;

    @BeforeEach
    void layOut() {
        report = folder.resolve("report");
    }

    private Outcome run(String lab) throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), lab);
        return Shell.sallyport("run", "--lab", file.toString(), "--only", "HLB-15", "--report", report.toString());
    }

    private String written() throws IOException {
        return Files.readString(report.resolve("report.json"));
    }

    private CheckResult result() throws IOException {
        return ReportFile.read("report.json", written()).run().checks().get(0);
    }

    @Nested
    class WithAPool {

        @BeforeEach
        void runThroughIt() throws IOException {
            Outcome outcome = run(BALANCER + POOL);
            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        }

        @Test
        void theMemberAnswersTheInitiatorFromEndToEnd() throws IOException {
            Meeting meeting = last(result());
            assertThat(meeting.near().tls().flatMap(TlsSeen::peer))
                    .isPresent()
                    .isEqualTo(meeting.far().orElseThrow().tls().flatMap(TlsSeen::own));
            assertThat(meeting.far().orElseThrow().nonces())
                    .isEqualTo(meeting.near().nonces());
        }

        @Test
        void theBalancerConnectsFromItsOwnAddressAndReadsNothing() throws IOException {
            Meeting meeting = last(result());
            assertThat(meeting.via().orElseThrow().tls()).isEmpty();
            assertThat(meeting.far().orElseThrow().remote())
                    .isEqualTo(
                            meeting.via().orElseThrow().onward().orElseThrow().local());
            assertThat(meeting.far().orElseThrow().remote().getAddress().getHostAddress())
                    .isEqualTo("127.77.1.9");
        }

        @Test
        void theReportShowsTheHopAndReadsBackEqual() throws IOException {
            assertThat(written()).containsPattern("\"via\": \\[\\s*\"medlb1\"\\s*\\]");
            assertThat(result().finding().reason()).contains("medlb1 passed it on to med");
            ReportFile file = ReportFile.read("report.json", written());
            assertThat(ReportFile.read("again.json", file.write())).isEqualTo(file);
        }

        private static Meeting last(CheckResult result) {
            var meetings = result.evidence().get(0).meetings();
            return meetings.get(meetings.size() - 1);
        }
    }

    @Test
    void aloneItAnswersItselfAndSaysSo() throws IOException {
        Outcome outcome = run(BALANCER);
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(result().finding().reason())
                .endsWith("medlb1 answered itself: the lab has no mediation in its pool");
        assertThat(written()).doesNotContain("\"via\"").contains("\"answersItself\"");
    }
}
