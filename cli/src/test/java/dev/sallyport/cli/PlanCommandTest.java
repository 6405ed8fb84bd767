package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    @Test
    void checksAreListedWithCountsAndAnEstimate() {
        Outcome outcome = Shell.sallyport("plan", "--only", "SRV-25");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .containsPattern("mediation1 > gateway1 5081/tcp +allow +sip/invite +SRV-25")
                .contains("of 1 of 163 rows on lab loopback")
                .contains("packets");
    }

    @Test
    void anExchangeThatIsNotSpokenIsMarked(@TempDir Path folder) throws IOException {
        Path roles = Files.createDirectory(folder.resolve("roles"));
        Files.writeString(roles.resolve("watch.yaml"), "role: watch\nabout: asks for the time\naccepts: []\n");
        Files.writeString(roles.resolve("clock.yaml"), """
                role: clock
                about: tells the time
                accepts:
                  - rows: [NTP-01]
                    service: time
                    port: 123
                    transport: udp
                    printed: { transport: udp }
                    security: none
                    from: [watch]
                    exchange: ntp/time
                """);
        Path lab = Files.writeString(folder.resolve("lab.yaml"), """
                lab: clocks
                domain: clocks.lab
                catalog: %s
                zones: [here]
                hosts:
                  clock1: { zone: here, address: 127.44.1.1, roles: [clock] }
                  watch1: { zone: here, address: 127.44.1.2, roles: [watch] }
                """.formatted(roles));

        Outcome outcome = Shell.sallyport("plan", "--lab", lab.toString());

        assertThat(outcome.out()).as(outcome.err()).contains("ntp/time*", "does not speak");
    }

    @Test
    void asJsonItHasAReportsFields() {
        assertThat(Shell.sallyport("plan", "--only", "PIC-01", "--json").out())
                .contains(
                        "\"checks\"",
                        "\"id\": \"publicim1 > edge1/access 5061/tcp\"",
                        "\"exchange\": \"sip/federation\"");
    }
}
