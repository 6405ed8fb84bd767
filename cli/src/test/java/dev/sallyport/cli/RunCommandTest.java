package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    @TempDir
    Path folder;

    private Path lab;
    private Path report;

    @BeforeEach
    void layOut() throws IOException {
        lab = SmallLab.in(folder, "");
        report = folder.resolve("report");
    }

    private Outcome run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--lab", lab.toString(), "--report", report.toString()));
        arguments.addAll(List.of(more));
        return Shell.sallyport(arguments.toArray(String[]::new));
    }

    @Nested
    class ExitStatusOfARun {

        @Test
        void allAsExpectedIsZero() {
            Outcome outcome = run("--only", "SRV-47", "SRV-48");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out()).contains("2 checks: 2 passed");
        }

        @Test
        void aCheckThatFailedIsOne() throws IOException {
            lab = SmallLab.withoutItsFirewall(folder, "exclude: [SRV-48]\n");

            Outcome outcome = run("--only", "SRV-48");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
            assertThat(outcome.out()).contains("gateway1 > med1 25068/tcp");
        }

        @Test
        void whatNothingAllowsAndGetsInIsALeak() throws IOException {
            lab = SmallLab.withoutItsFirewall(folder, "");

            Outcome outcome = run("--only", "SRV-48", "--expect", "deny");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
            assertThat(outcome.out()).contains("gateway1 > med1 25069/tcp", "beside SRV-48 (the port above)");
        }

        @Test
        void whatCannotBeMeasuredIsThree() throws IOException {
            try (ServerSocket holder = new ServerSocket(25068, 1, InetAddress.getByName("127.77.0.2"))) {
                Outcome outcome = run("--only", "SRV-48");

                assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(3);
                assertThat(outcome.out()).contains("taken", String.valueOf(holder.getLocalPort()));
            }
        }
    }

    @Nested
    class Reports {

        @Test
        void areWrittenWhateverTheRunCameTo() {
            run("--only", "SRV-36");

            assertThat(report.resolve("report.json")).exists();
            assertThat(report.resolve("junit.xml")).exists();
            assertThat(report.resolve("report.html")).exists();
        }

        @Test
        void areRenderedAgainTheSame() throws IOException {
            run("--only", "SRV-48");
            Path again = folder.resolve("again");

            Outcome outcome =
                    Shell.sallyport("report", report.resolve("report.json").toString(), "--out", again.toString());

            assertThat(outcome.status()).isZero();
            assertThat(Files.readString(again.resolve("report.html")))
                    .isEqualTo(Files.readString(report.resolve("report.html")));
        }

        @Test
        void tellTheNextRunWhatFailed() throws IOException {
            lab = SmallLab.withoutItsFirewall(folder, "exclude: [SRV-48]\n");
            run("--only", "SRV-48");

            Outcome outcome = run("--failed", report.resolve("report.json").toString());

            assertThat(outcome.out()).contains("1 check: 0 passed, 1 failed");
        }

        @Test
        void areNotWrittenForWrongInput() {
            run("--only", "SRV-77");

            assertThat(report).doesNotExist();
        }
    }

    @Nested
    class WrongInput {

        @Test
        void addressesOfOtherMachinesAreNamedWithTheWayToReachThem() throws IOException {
            lab = Files.writeString(folder.resolve("far.yaml"), """
                    lab: far
                    domain: far.test
                    zones: [inside]
                    hosts:
                      gateway1: { zone: inside, address: 192.0.2.1, roles: [pstn-gateway] }
                      med1: { zone: inside, address: 127.77.0.2, roles: [mediation] }
                    """);

            Outcome outcome = run();

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("192.0.2.1 (gateway1)", "--spawn")
                    .doesNotContain("127.77.0.2");
        }

        @Test
        void aSelectionWithoutChecksIsAnError() {
            Outcome outcome = run("--only", "SRV-48", "--from", "med1");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("no check is left");
        }

        @Test
        void aWordThatNamesNothingIsToldWhatWasMeant() {
            assertThat(run("--only", "mediaton").err()).contains("did you mean 'mediation'?");
        }

        @Test
        void problemsOfLabAndScenarioStandTogether() throws IOException {
            Files.writeString(lab, "lab: a\n");
            Path scenario = Files.writeString(folder.resolve("s.yaml"), "scenario: s\nrwos: [PIC]\n");

            Outcome outcome = run(scenario.toString());

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains(lab + ":1: ", scenario + ":2: rwos");
        }

        @Test
        void aScenarioThatDoesNotExistIsToldWhatWasMeant() {
            assertThat(run("public-mi").err()).contains("no scenario 'public-mi'", "did you mean 'public-im'?");
        }

        @Test
        void certificateFoldersThatAreMissingAreEachNamed() {
            Outcome outcome =
                    run("--only", "SRV-47", "--certs", folder.resolve("certs").toString());

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("gateway1: no certificate folder", "med1: no certificate folder");
        }

        @Test
        void anUnknownOptionIsToldWhatWasMeant() {
            Outcome outcome = run("--ony", "PIC");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("--ony", "did you mean '--only'?", "sallyport run --help");
        }

        @Test
        void aReportFolderThatIsAFileIsRefusedBeforeAnythingIsSent() throws IOException {
            Files.writeString(report, "");

            Outcome outcome = run("--only", "SRV-48");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("--report");
        }
    }

    @Nested
    class Certificates {

        @Test
        void ofFoldersServeTheRun() {
            Path certs = folder.resolve("certs");
            Outcome made = Shell.sallyport("certs", "--lab", lab.toString(), "--out", certs.toString(), "--keys", "ec");

            Outcome outcome = run("--only", "SRV-47", "--certs", certs.toString());

            assertThat(made.status()).as(made.err()).isZero();
            assertThat(made.out()).contains("a new CA");
            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        }

        @Test
        void areNotWrittenAmongSomebodysFiles() throws IOException {
            Outcome outcome = Shell.sallyport("certs", "--lab", lab.toString(), "--out", folder.toString());

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("lab.yaml");
        }
    }

    @Nested
    class Spawning {

        private final String agent = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp '"
                + System.getProperty("java.class.path") + "' dev.sallyport.cli.Sallyport agent {host} --stdio --lab ";

        @Test
        void provesTheSameThroughAgentsOfTheirOwn() {
            Outcome outcome = run("--only", "SRV-47", "SRV-48", "--spawn", agent + lab);

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out()).contains("2 checks: 2 passed");
        }

        @Test
        void byACommandThatFailsSendsNothing() {
            Outcome outcome = run("--only", "SRV-48", "--spawn", "echo {host}: no way >&2; exit 7");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("no agent came up", "med1");
        }

        @Test
        void needsALab() {
            Outcome outcome = Shell.sallyport("run", "--spawn", "true {host}");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("--lab");
        }
    }
}
