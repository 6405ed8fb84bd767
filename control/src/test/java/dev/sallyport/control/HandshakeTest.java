package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.control.Message.Hello;
import dev.sallyport.run.AgentLostException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandshakeTest {

    private final Wiring wiring = new Wiring();

    @AfterEach
    void unwire() throws IOException {
        wiring.close();
    }

    @Nested
    class AnAgentThatDoesNotFit {

        private void refused(String... words) throws Exception {
            assertThatThrownBy(() -> wiring.serve().open())
                    .isInstanceOf(AgentLostException.class)
                    .hasMessageStartingWith("fe1: ")
                    .hasMessageContainingAll(words);
            assertThat(wiring.parting.get(30, TimeUnit.SECONDS)).isEqualTo(Parting.DISMISSED);
            assertThat(wiring.part.told).doesNotContain("arm 1", "fire 1");
        }

        @Test
        void isOfAnotherVersion() throws Exception {
            wiring.agentIs = new Introduction("sallyport 0.2.0", "fe1", Samples.DIGEST);
            refused("sallyport 0.2.0", "sallyport 0.1.0", "install the same version");
        }

        @Test
        void hasAnotherLabFile() throws Exception {
            wiring.agentIs = new Introduction(Samples.TOOL, "fe1", "fedcba9876543210");
            refused("fedcba9876543210", Samples.DIGEST, "copy this one to it");
        }

        @Test
        void playsAnotherHost() throws Exception {
            wiring.agentIs = new Introduction(Samples.TOOL, "fe2", Samples.DIGEST);
            refused("plays fe2, not fe1");
        }

        @Test
        void hasCertificatesOfItsOwnWhereTheRunSendsOthers() throws Exception {
            wiring.own = Optional.of(Samples.identity("fe1.contoso.lab"));
            refused("certificates of its own");
        }

        @Test
        void hasNoCertificateWhereTheRunSendsNone() {
            assertThatThrownBy(() -> wiring.serve().open(Optional.empty()))
                    .hasMessageContaining("has no certificate, and this run sends it none");
        }

        @Test
        void livesBeforeItsCertificateIsValid() {
            wiring.agentsClock = Wiring.stoppedAt(Samples.NOON.minus(Duration.ofDays(4000)));
            assertThatThrownBy(() -> wiring.serve().open())
                    .hasMessageContainingAll("not valid before", "check this machine's clock");
        }

        @Test
        void isNoneAtAllButRepeatsWhatItHears() throws Exception {
            wiring.say(new Envelope(1, new Hello(new Introduction(Samples.TOOL, "fe1", Samples.DIGEST))).line());
            assertThatThrownBy(wiring::open).hasMessageContaining("repeats what it is told");
        }

        @Test
        void saysNothing() {
            Timing hasty = new Timing(
                    Duration.ofMillis(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(1));
            Controller controller = new Controller(
                    Samples.TOOL, Samples.DIGEST, hasty, wiring.controllersAlarm, wiring.controllersClock, note -> {});
            assertThatThrownBy(() -> PipeAgent.open(controller, "fe1", wiring.pipe(), Optional.empty()))
                    .isInstanceOf(AgentLostException.class)
                    .hasMessage("fe1: its agent did not answer within 0.001 s (its welcome was awaited)");
        }
    }

    @Nested
    class Certificates {

        @Test
        void ofTheAgentsOwnNeedNotBeSent() throws Exception {
            wiring.own = Optional.of(Samples.identity("fe1.contoso.lab"));
            PipeAgent agent = wiring.serve().open(Optional.empty());
            assertThat(agent.collect()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Nested
    class Clocks {

        @Test
        void areComparedInTheHandshake() {
            wiring.own = Optional.of(Samples.identity("fe1.contoso.lab"));
            wiring.agentsClock = Wiring.stoppedAt(Samples.NOON.plusSeconds(90));
            wiring.controllersClock = Wiring.stoppedAt(Samples.NOON);
            PipeAgent agent = wiring.serve().open(Optional.empty());
            assertThat(agent.clockOffset().ahead()).isEqualTo(Duration.ofSeconds(90));
            assertThat(agent.clockOffset().warning("fe1")).isPresent();
        }
    }
}
