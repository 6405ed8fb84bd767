package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeProbeJudgeTest {

    @TempDir
    Path folder;

    private Path lab;
    private Path served;
    private Path probed;

    @BeforeEach
    void layOut() throws IOException {
        lab = SmallLab.in(folder, "");
        served = folder.resolve("med1.json");
        probed = folder.resolve("gateway1.json");
    }

    private CompletableFuture<Outcome> serving(Shell shell) {
        CompletableFuture<Outcome> serving = CompletableFuture.supplyAsync(() -> shell.execute(
                "serve", "med1", "--lab", lab.toString(), "--only", "SRV-48", "--record", served.toString()));
        await().until(() -> serving.isDone() || shell.printed().contains("ready"));
        return serving;
    }

    private Outcome probe() {
        return Shell.sallyport(
                "probe",
                "gateway1",
                "--lab",
                lab.toString(),
                "--only",
                "SRV-48",
                "--record",
                probed.toString(),
                "--report",
                folder.resolve("one-sided").toString());
    }

    @Test
    void whatBothEndsRecordedIsJudgedAsOneRun() {
        Shell shell = new Shell();
        CompletableFuture<Outcome> serving = serving(shell);
        Outcome probe = probe();
        shell.interruption.shutDown();
        Outcome serve = serving.join();

        Outcome judge = Shell.sallyport(
                "judge",
                probed.toString(),
                served.toString(),
                "--report",
                folder.resolve("two-sided").toString());

        assertThat(serve.status()).as(serve.err()).isZero();
        assertThat(serve.out()).contains("med1  127.77.0.2:25068/tcp").endsWith("ready\n");
        assertThat(probe.out()).contains("1 check");
        assertThat(judge.status()).as(judge.out() + judge.err()).isZero();
        assertThat(judge.out()).contains("1 check: 1 passed");
    }

    @Test
    void towardsNobodyNothingIsProven() {
        Outcome probe = probe();

        assertThat(probe.status()).as(probe.out()).isEqualTo(3);
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheOthersAreServed() throws IOException {
        Shell shell = new Shell();
        try (ServerSocket taken = new ServerSocket(25068, 1, InetAddress.getByName("127.77.0.2"))) {
            assertThat(taken.isBound()).isTrue();
            Outcome outcome = shell.execute("serve", "med1", "--lab", lab.toString(), "--only", "SRV-48");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("127.77.0.2:25068/tcp", "taken", "not one endpoint could be bound");
        }
    }

    @Test
    void tlsWithoutCommonCertificatesIsRefused() {
        Outcome outcome = Shell.sallyport("serve", "med1", "--lab", lab.toString(), "--only", "SRV-47");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("127.77.0.2:25067/tcp", "sallyport certs", "--certs");
    }

    @Test
    void aWordThatIsNeitherHostNorScenarioIsToldWhatWasMeant() {
        Outcome outcome = Shell.sallyport("serve", "med2", "--lab", lab.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'med2'", "did you mean 'med1'?");
    }

    @Test
    void aServingRecordAloneIsNothingToJudge() {
        Shell shell = new Shell();
        CompletableFuture<Outcome> serving = serving(shell);
        shell.interruption.shutDown();
        serving.join();

        Outcome outcome = Shell.sallyport("judge", served.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("nothing to judge");
    }
}
