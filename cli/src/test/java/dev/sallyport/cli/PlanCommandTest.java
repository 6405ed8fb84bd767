package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;

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
    void anExchangeThatIsNotSpokenIsMarked() {
        assertThat(Shell.sallyport("plan", "--only", "SRV-51").out()).contains("wcf/preamble*", "does not speak");
    }

    @Test
    void asJsonItHasAReportsFields() {
        assertThat(Shell.sallyport("plan", "--only", "PIC-01", "--json").out())
                .contains(
                        "\"checks\"", "\"id\": \"publicim1 > edge1/access 5061/tcp\"", "\"exchange\": \"sip/options\"");
    }
}
