package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {

    @TempDir
    Path folder;

    private Path lab;

    @BeforeEach
    void writeLab() throws IOException {
        lab = SmallLab.withoutItsFirewall(folder, "");
    }

    private Outcome ask(String from, String to, String port) {
        return Shell.sallyport("try", from, to, port, "--lab", lab.toString());
    }

    @Nested
    class Answers {

        @Test
        void aDocumentedFlowByItsOwnExchange() {
            Outcome outcome = ask("gateway1", "med1", "25068");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out())
                    .contains("gateway1 > med1 25068/tcp · expected to allow by SRV-48", "passed: open")
                    .contains("connect ok, ", "med1 saw it come from 127.77.0.1:");
        }

        @Test
        void whatStandsBesideItAsAnExpectedDeny() {
            Outcome outcome = ask("gateway1", "med1", "25069");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
            assertThat(outcome.out()).contains("expected to deny, beside SRV-48 (the port above)", "failed: open");
        }

        @Test
        void whatNoRowKnows() {
            Outcome outcome = ask("gateway1", "fe1", "25555/udp");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
            assertThat(outcome.out())
                    .contains("gateway1 > fe1 25555/udp · expected to deny, since nothing allows it", "stun/binding");
        }

        @Test
        void whatNoRowKnowsWithinOneZone() {
            Outcome outcome = ask("fe1", "med1", "25556");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out()).contains("expected to allow, though no row asks for it", "passed: open");
        }
    }

    @Test
    void againAndAgainUntilInterrupted() throws Exception {
        Shell shell = new Shell();
        CompletableFuture<Outcome> asked = CompletableFuture.supplyAsync(
                () -> shell.execute("try", "gateway1", "med1", "25068", "--lab", lab.toString(), "--every", "1"));
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> shell.printed().split("passed: open", -1).length > 2);
        shell.interruption.shutDown();
        assertThat(asked.get(60, TimeUnit.SECONDS).out()).contains("expected to allow by SRV-48");
    }

    @Nested
    class WrongInput {

        @Test
        void isNamedWithWhatMayBeMeant() {
            assertThat(ask("gatway1", "med1", "5060"))
                    .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(2))
                    .satisfies(outcome -> assertThat(outcome.err()).contains("did you mean 'gateway1'?"));
            assertThat(ask("gateway1", "med1/inner", "5060").err()).contains("no interface of med1 'inner'");
            assertThat(ask("gateway1", "med1", "5060/sctp").err())
                    .contains("'5060/sctp' is no port: write 5061 or 3478/udp");
            assertThat(ask("gateway1", "med1", "0").status()).isEqualTo(2);
            assertThat(ask("med1", "med1", "5060").err()).contains("are one host");
        }
    }
}
