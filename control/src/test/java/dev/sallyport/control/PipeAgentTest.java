package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.control.Message.Arm;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import dev.sallyport.run.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipeAgentTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Wiring wiring = new Wiring();

    @AfterEach
    void unwire() throws IOException {
        wiring.close();
    }

    private static <T> T of(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletionStage<?> stage) throws Exception {
        try {
            of(stage);
            throw new AssertionError("it did not fail");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Nested
    class Orders {

        @Test
        void reachTheAgentAndItsAnswersComeBack() throws Exception {
            Agent agent = wiring.serve().open();
            Endpoint endpoint = Samples.endpoint(Samples.FE1);
            Check check = Samples.check("fe1 > fe2 5061/tcp");
            ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();

            assertThat(of(agent.arm(List.of(endpoint))))
                    .containsExactly(new Listening(endpoint, Optional.empty(), Optional.empty()));
            of(agent.fire(List.of(check), Patience.spread(), attempts::add));
            assertThat(attempts).containsExactly(Samples.attempt(check));
            assertThat(of(agent.collect())).isEqualTo(wiring.part.observation);
            of(agent.disarm());
            agent.close();

            assertThat(of(wiring.parting)).isEqualTo(Parting.DISMISSED);
            assertThat(wiring.part.told)
                    .containsExactly("arm 1", "fire 1", "collect", "disarm", "stop", "disarm", "close");
            assertThat(wiring.agentsNotes).isEmpty();
        }

        @Test
        void attemptsAreToldWhileOthersAreStillUnderWay() throws Exception {
            wiring.part.fired = new CompletableFuture<>();
            Agent agent = wiring.serve().open();
            CompletableFuture<Attempt> first = new CompletableFuture<>();
            CompletionStage<Void> fired = agent.fire(List.of(Samples.check("a")), Patience.spread(), first::complete);
            assertThat(of(first).check()).isEqualTo("a");
            assertThat(fired.toCompletableFuture()).isNotDone();
            wiring.part.fired.complete(null);
            of(fired);
        }

        @Test
        void stopReachesAnAgentThatIsFiring() throws Exception {
            wiring.part.fired = new CompletableFuture<>();
            Agent agent = wiring.serve().open();
            agent.fire(List.of(Samples.check("a")), Patience.spread(), attempt -> {});
            agent.stop();
            assertThat(wiring.part.told.poll(30, TimeUnit.SECONDS)).isEqualTo("fire 1");
            assertThat(wiring.part.told.poll(30, TimeUnit.SECONDS)).isEqualTo("stop");
        }

        @Test
        void aListenersMistakeDoesNotMakeTheAgentDeaf() throws Exception {
            Agent agent = wiring.serve().open();
            of(agent.fire(List.of(Samples.check("a")), Patience.spread(), attempt -> {
                throw new IllegalStateException("the progress bar is broken");
            }));
            assertThat(wiring.notes).anyMatch(note -> note.contains("the progress bar is broken"));
        }

        @Test
        void outsideTheAgentsTerritoryAreRefused() throws Exception {
            Agent agent = wiring.serve().open();
            Check foreign = Samples.check(
                    "x", Samples.party("fe1", Samples.FE1), Samples.party("fe2", Samples.address("198.51.100.9")), 80);
            assertThat(failure(agent.arm(List.of(Samples.endpoint(Samples.FE2)))))
                    .isInstanceOf(OrderRefusedException.class)
                    .hasMessage(
                            "fe1: its agent refused to arm: endpoint 127.0.0.12:5061/tcp is not at an address of fe1");
            assertThat(failure(agent.fire(List.of(foreign), Patience.spread(), attempt -> {})))
                    .isInstanceOf(OrderRefusedException.class)
                    .hasMessageContaining("198.51.100.9");
            assertThat(wiring.part.told).isEmpty();
        }

        @Test
        void whatTheAgentCannotDoIsSaidAndDoesNotEndIt() throws Exception {
            wiring.part.fired = CompletableFuture.failedFuture(new IllegalStateException("too few descriptors"));
            Agent agent = wiring.serve().open();
            assertThat(failure(agent.fire(List.of(), Patience.spread(), attempt -> {})))
                    .hasMessage("fe1: its agent refused to fire: too few descriptors");
            of(agent.collect());
        }
    }

    @Nested
    class MuchTraffic {

        @Test
        void tenThousandContactsAreOneObservation() throws Exception {
            List<Contact> contacts =
                    IntStream.range(0, 10_000).mapToObj(Samples::contact).toList();
            wiring.part.observation = new Observation("fe1", List.of(), contacts, List.of(), Optional.empty());
            assertThat(of(wiring.serve().open().collect())).isEqualTo(wiring.part.observation);
        }

        @Test
        void bothEndsMayWriteMoreThanThePipesHoldAtTheSameTime() throws Exception {
            Agent agent = wiring.serve().open();
            List<Check> checks = IntStream.range(0, 500)
                    .mapToObj(i -> Samples.check("check " + i))
                    .toList();
            ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
            // Orders given on the thread that reads the answers, as a chain of stages does.
            CompletableFuture<?>[] fired = IntStream.range(0, 10)
                    .mapToObj(i -> agent.collect()
                            .thenCompose(seen -> agent.fire(checks, Patience.spread(), attempts::add))
                            .thenCompose(done -> agent.fire(checks, Patience.spread(), attempts::add))
                            .toCompletableFuture())
                    .toArray(CompletableFuture[]::new);
            of(CompletableFuture.allOf(fired));
            assertThat(attempts).hasSize(10_000);
        }
    }

    @Nested
    class StrayLines {

        @Test
        void fromTheAgentsSideArePassedOnWithTheHostsName() throws Exception {
            wiring.say("Welcome to Ubuntu");
            wiring.say("{\"level\":\"warn\"}");
            Agent agent = wiring.serve().open();
            wiring.say("OpenJDK 64-Bit Server VM warning: …");
            of(agent.collect());
            assertThat(wiring.notes)
                    .containsExactly(
                            "fe1: Welcome to Ubuntu",
                            "fe1: {\"level\":\"warn\"}",
                            "fe1: OpenJDK 64-Bit Server VM warning: …");
        }

        @Test
        void anUnfinishedLineBeforeTheFirstAnswerDoesNotSwallowIt() throws Exception {
            wiring.toController.write("fe1 $ ".getBytes(StandardCharsets.UTF_8));
            of(wiring.serve().open().collect());
        }

        @Test
        void fromTheControllersSideAreSkipped() throws Exception {
            wiring.toAgent.write("hello?\n".getBytes(StandardCharsets.UTF_8));
            of(wiring.serve().open().collect());
            assertThat(wiring.agentsNotes).containsExactly("skipping what is no order: hello?");
        }
    }

    @Nested
    class TheLease {

        @Test
        void runsOutWhereNothingIsHeard() throws Exception {
            Agent agent = wiring.serve().open();
            of(agent.arm(List.of(Samples.endpoint(Samples.FE1))));
            wiring.agentsAlarm.pass(LEASE);

            assertThat(of(wiring.parting)).isEqualTo(Parting.LEASE_RAN_OUT);
            assertThat(wiring.part.told).containsExactly("arm 1", "stop", "disarm", "close");
            assertThat(wiring.agentsNotes)
                    .containsExactly(
                            "nothing was heard from the controller for the length of the lease: disarming fe1");
            assertThat(failure(agent.collect()))
                    .isInstanceOf(AgentLostException.class)
                    .hasMessageContaining("its agent ended: nothing was heard from the controller");
        }

        @Test
        void isRenewedByTheControllerWithoutAnybodyAsking() throws Exception {
            Agent agent = wiring.serve().open();
            for (int round = 0; round < 10; round++) {
                wiring.agentsAlarm.pass(LEASE.minusSeconds(1));
                wiring.controllersAlarm.pass(Duration.ofSeconds(5));
                of(agent.collect());
            }
            assertThat(wiring.parting).isNotDone();
        }

        @Test
        void doesNotBeginBeforeTheFirstWord() {
            wiring.serve();
            wiring.agentsAlarm.pass(LEASE.multipliedBy(100));
            assertThat(wiring.parting).isNotDone();
        }
    }

    @Nested
    class AnEnd {

        @Test
        void ofTheInputDisarms() throws Exception {
            Agent agent = wiring.serve().open();
            of(agent.arm(List.of(Samples.endpoint(Samples.FE1))));
            wiring.toAgent.close();
            assertThat(of(wiring.parting)).isEqualTo(Parting.ABANDONED);
            assertThat(wiring.part.told).containsExactly("arm 1", "stop", "disarm", "close");
        }

        @Test
        void ofTheOutputFailsWhatIsUnderWayAndWhatIsToCome() throws Exception {
            wiring.part.fired = new CompletableFuture<>();
            Agent agent = wiring.serve().open();
            CompletionStage<Void> fired = agent.fire(List.of(), Patience.spread(), attempt -> {});
            wiring.toController.close();
            assertThat(failure(fired))
                    .isInstanceOf(AgentLostException.class)
                    .hasMessage("fe1: its agent closed its output");
            assertThat(failure(agent.collect())).isInstanceOf(AgentLostException.class);
        }

        @Test
        void byNonsenseFailsWhatIsUnderWay() throws Exception {
            wiring.part.fired = new CompletableFuture<>();
            Agent agent = wiring.serve().open();
            CompletionStage<Void> fired = agent.fire(List.of(), Patience.spread(), attempt -> {});
            wiring.say("{\"id\":2,\"armed\":{\"listening\":3}}");
            assertThat(failure(fired)).hasMessageContaining("its agent sent what is no message: message 'armed'");
        }

        @Test
        void byNonsenseFromTheControllerDisarms() throws Exception {
            wiring.serve().open();
            wiring.toAgent.write("{\"id\":9,\"arm\":{}}\n".getBytes(StandardCharsets.UTF_8));
            wiring.toAgent.flush();
            assertThat(of(wiring.parting)).isEqualTo(Parting.CONFUSED);
            assertThat(wiring.part.told).contains("disarm", "close");
        }

        @Test
        void isAssumedOfAnAgentThatSaysNothingForALease() throws Exception {
            Agent agent = silentAfterTheHandshake();
            CompletionStage<Observation> observed = agent.collect();
            wiring.controllersAlarm.pass(LEASE);
            assertThat(observed.toCompletableFuture()).isNotDone();
            wiring.controllersAlarm.pass(Duration.ofSeconds(5));
            assertThat(failure(observed)).hasMessage("fe1: its agent has said nothing for 30 s");
        }

        private Agent silentAfterTheHandshake() throws IOException {
            Introduction we = new Introduction(Samples.TOOL, "fe1", Samples.DIGEST);
            Lines orders = new Lines(wiring.orders, () -> {});
            CompletableFuture<Agent> agent = CompletableFuture.supplyAsync(() -> wiring.open(Optional.empty()));
            await(orders, "\"hello\"");
            wiring.say(new Envelope(1, new Message.Welcome(we, true)).line());
            await(orders, "\"renew\"");
            wiring.say(new Envelope(2, new Message.Renewed(Samples.NOON)).line());
            return agent.join();
        }

        private void await(Lines orders, String word) throws IOException {
            while (!orders.read().orElseThrow().contains(word)) {
                // The next one, then.
            }
        }
    }

    @Test
    void ordersBeforeTheHandshakeAreRefused() throws Exception {
        wiring.serve();
        Conversation rude = new Conversation("fe1", wiring.pipe(), note -> {});
        assertThat(failure(rude.ask(new Arm(List.of(Samples.endpoint(Samples.FE1))), Message.Armed.class)))
                .hasMessage("fe1: its agent refused to arm: the controller has not introduced itself");
    }
}
