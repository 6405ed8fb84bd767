package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusTest {

    private static final String LAB = """
            lab: small
            domain: small.test
            zones: [inside]
            hosts:
              gateway1: { zone: inside, address: 127.77.0.1, roles: [pstn-gateway] }
              %s: { zone: inside, address: 127.77.0.2, roles: [mediation] }
            """;

    @TempDir
    private Path folder;

    private Path lab(String mediation) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), LAB.formatted(mediation));
    }

    private Outcome certs(String mediation, String bus) throws IOException {
        String out = folder.resolve("certs").toString();
        return Shell.sallyport("certs", "--lab", lab(mediation).toString(), "--out", out, "--keys", "ec", "--bus", bus);
    }

    @Test
    void certsMakeWhatTheBrokerAndTheControllerNeed() throws IOException {
        for (int time = 0; time < 2; time++) {
            Outcome outcome = certs("med1", "bus.small.test:4333");
            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(outcome.out())
                    .contains("controller: for whoever runs, with --bus tls://bus.small.test:4333")
                    .contains("med1: copy to med1");
        }
        assertThat(Files.readString(folder.resolve("certs/nats.conf")))
                .contains("user: \"gateway1.small.test\"", "user: \"controller.small.test\"", "port: 4333");
        assertThat(folder.resolve("certs/bus/key.pem")).exists();
        assertThat(folder.resolve("certs/controller/cert.pem")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "bus, bus:4222, 'with --bus the folder bus is not a host''s: rename host bus'",
        "controller, bus:4222, 'with --bus the folder controller is not a host''s: rename host controller'",
        "med1, bus:x, '--bus: ''bus:x'' is no address of a bus: write HOST:PORT'"
    })
    void certsRefuseWhatCannotWorkAndWriteNothing(String mediation, String bus, String message) throws IOException {
        Outcome outcome = certs(mediation, bus);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
        assertThat(folder.resolve("certs")).doesNotExist();
    }

    @Test
    void aRunNeedsACertificateAndALabAndOneKindOfAgents() throws IOException {
        String lab = lab("med1").toString();
        assertThat(Shell.sallyport("run", "--lab", lab, "--bus", "tls://127.0.0.1:1")
                        .err())
                .contains("--bus needs --certs DIR, the folder 'controller'");
        assertThat(Shell.sallyport("run", "--bus", "tls://127.0.0.1:1", "--certs", lab)
                        .err())
                .contains("--bus finds agents of a lab's hosts; name the lab by --lab FILE");
        assertThat(Shell.sallyport("run", "--lab", lab, "--bus", "tls://127.0.0.1:1", "--spawn", "x {host}")
                        .err())
                .contains("give one of the two");
        assertThat(Shell.sallyport("run", "--lab", lab, "--bus", "tls://b", "--wait", "soon")
                        .err())
                .contains("'soon' is not a duration; write 150ms, 10s or 5m");
    }

    @Test
    void whereThereIsNoBrokerARunSaysSo() throws IOException {
        certs("med1", "127.0.0.1:1");
        Outcome outcome = Shell.sallyport(
                "run",
                "--lab",
                folder.resolve("lab.yaml").toString(),
                "--bus",
                "tls://127.0.0.1:1",
                "--certs",
                folder.resolve("certs").toString(),
                "--report",
                folder.resolve("report").toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("no bus at tls://127.0.0.1:1: Connection refused; is the broker running?");
    }

    @Test
    void anAgentOnABusNeedsItsFolder() throws IOException {
        Outcome outcome =
                Shell.sallyport("agent", "med1", "--lab", lab("med1").toString(), "--bus", "tls://127.0.0.1:1");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--bus needs --certs DIR, where folder med1 is");
        assertThat(Shell.sallyport("agent", "med1", "--lab", lab("med1").toString())
                        .err())
                .contains("--stdio", "--bus");
    }
}
