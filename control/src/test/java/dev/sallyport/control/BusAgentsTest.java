package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Observation;
import dev.sallyport.control.bus.BusHost;
import dev.sallyport.control.bus.BusRun;
import dev.sallyport.control.bus.BusyException;
import dev.sallyport.control.bus.Holder;
import dev.sallyport.control.bus.MemoryBus;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import dev.sallyport.run.Patience;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BusAgentsTest {

    private static final String WHERE = "tls://bus.contoso.lab:4222";
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final MemoryBus broker = new MemoryBus();
    private final FakeAgent part = new FakeAgent();
    private final FakeAlarm leases = new FakeAlarm();
    private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    /** Renewals and leases by the test's clock, the bus by its own. */
    private static final class Alarms implements Alarm {
        private final Alarm bus = Alarm.daemon();
        private final Alarm lease;

        Alarms(Alarm lease) {
            this.lease = lease;
        }

        @Override
        public Runnable after(Duration delay, Runnable action) {
            return (delay.compareTo(Duration.ofSeconds(2)) > 0 ? lease : bus).after(delay, action);
        }
    }

    private BusHost join(String digest) {
        PipedHost host = new PipedHost(
                Samples.TOOL,
                digest,
                Samples.fe1(),
                identity -> part,
                Optional.of(Samples.identity("fe1.contoso.lab")),
                LEASE,
                new Alarms(leases),
                Clock.systemUTC(),
                note -> {});
        BusHost joined = BusHost.join(broker.client(), host);
        Threads.start("fe1", () -> ended.complete(joined.serve(() -> ready.add("ready"))));
        return joined;
    }

    private Controller controller(Duration wait, Alarm alarm) {
        return new Controller(Samples.TOOL, Samples.DIGEST, Timing.overBus(wait), alarm, Clock.systemUTC(), notes::add);
    }

    private BusRun begin(MemoryBus.Client client, String by, Duration wait) {
        return BusRun.begin(controller(wait, Alarm.daemon()), client, Holder.of(by, Clock.systemUTC()));
    }

    private BusRun begin() {
        return begin(broker.client(), "alice@ci7", Duration.ofSeconds(30));
    }

    private static Agent fe1(BusRun run) {
        return run.gather(Set.of("fe1"), WHERE).agents().get("fe1");
    }

    private static <T> T of(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletionStage<?> stage) {
        return stage.handle((done, failure) -> failure instanceof CompletionException ? failure.getCause() : failure)
                .toCompletableFuture()
                .join();
    }

    private static List<Check> checks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Samples.check("check " + i))
                .toList();
    }

    @Nested
    class AnAgentOnTheBus {

        @Test
        void doesWhatOneBehindAPipeDoes() throws Exception {
            join(Samples.DIGEST);
            Agent agent = fe1(begin());
            of(agent.arm(List.of(Samples.endpoint(Samples.FE1))));
            ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
            of(agent.fire(checks(3), Patience.spread(), attempts::add));
            of(agent.collect());
            of(agent.disarm());
            assertThat(attempts).hasSize(3);
            assertThat(part.told).containsExactly("arm 1", "fire 3", "collect", "disarm");
        }

        @Test
        void staysForTheNextRun() throws Exception {
            join(Samples.DIGEST);
            for (int round = 0; round < 3; round++) {
                try (BusRun run = begin()) {
                    Agent agent = fe1(run);
                    of(agent.collect());
                    agent.close();
                }
                assertThat(ready.poll(30, TimeUnit.SECONDS)).isEqualTo("ready");
            }
        }

        @Test
        void disarmsAndIsReadyAgainWhenItsControllerVanishes() throws Exception {
            join(Samples.DIGEST);
            assertThat(ready.poll(30, TimeUnit.SECONDS)).isEqualTo("ready");
            MemoryBus.Client killed = broker.client();
            of(fe1(begin(killed, "alice@ci7", Duration.ofSeconds(30))).arm(List.of(Samples.endpoint(Samples.FE1))));
            killed.close();
            leases.pass(LEASE);
            assertThat(ready.poll(30, TimeUnit.SECONDS)).isEqualTo("ready");
            assertThat(part.told).containsExactly("arm 1", "stop", "disarm", "close");
            of(fe1(begin(broker.client(), "bob@ci8", Duration.ofSeconds(30))).collect());
        }

        @Test
        void refusesOrdersOfARunThatItDoesNotKnow() throws Exception {
            BusHost joined = join(Samples.DIGEST);
            Agent agent = fe1(begin());
            joined.end("killed");
            assertThat(failure(agent.collect())).isInstanceOf(AgentLostException.class);
            join(Samples.DIGEST);
            assertThat(part.told).doesNotContain("collect");
        }

        @Test
        void endsWhenTheBrokerWillNotHaveIt() throws Exception {
            MemoryBus.Client client = broker.client();
            PipedHost host = PipedHost.of(
                    Samples.TOOL, Samples.DIGEST, Samples.fe1(), identity -> part, Optional.empty(), note -> {});
            BusHost joined = BusHost.join(client, host);
            CompletableFuture<String> why = CompletableFuture.supplyAsync(() -> joined.serve(() -> {}));
            client.refuse("the bus refuses this certificate");
            assertThat(of(why)).isEqualTo("the bus refuses this certificate");
        }
    }

    @Nested
    class ARun {

        @Test
        void waitsForAnAgentThatJoinsLater() throws Exception {
            CompletableFuture<Agent> agent = CompletableFuture.supplyAsync(() -> fe1(begin()));
            join(Samples.DIGEST);
            of(of(agent).collect());
        }

        @Test
        void saysWhoIsMissing() {
            join(Samples.DIGEST);
            Spawned gathered =
                    begin(broker.client(), "alice@ci7", Duration.ofSeconds(3)).gather(Set.of("fe1", "fe2"), WHERE);
            assertThat(gathered.hosts()).containsExactly("fe1");
            assertThat(gathered.failures().get("fe2"))
                    .startsWith("its agent has not joined tls://bus.contoso.lab:4222 within 3.0 s: start it there");
            assertThat(notes).contains("waiting for fe2 to join");
        }

        @Test
        void goesNowhereWhereNobodyJoined() {
            BusRun run = begin(broker.client(), "alice@ci7", Duration.ofMillis(200));
            assertThatThrownBy(() -> run.gather(Set.of("fe1", "fe2"), WHERE))
                    .isInstanceOf(NoAgentsException.class)
                    .hasMessageContaining("no agent came up over tls://bus.contoso.lab:4222:")
                    .hasMessageContaining("fe2: its agent has not joined");
        }

        @Test
        void isToldOfAnotherLabFile() {
            join("another");
            assertThatThrownBy(() -> fe1(begin()))
                    .hasMessageContaining("fe1: its agent has another lab file (digest another, here " + Samples.DIGEST
                            + "): copy this one to it");
        }

        @Test
        void isToldOfWhatAnAgentRefuses() throws Exception {
            join(Samples.DIGEST);
            Check foreign = Samples.check(
                    "x", Samples.party("fe1", Samples.FE1), Samples.party("fe2", Samples.address("198.51.100.9")), 80);
            Agent agent = fe1(begin());
            assertThat(failure(agent.fire(List.of(foreign), Patience.spread(), attempt -> {})))
                    .isInstanceOf(OrderRefusedException.class)
                    .hasMessageContaining("198.51.100.9, which is no address of the lab");
        }

        @Test
        void findsAnAgentBusyThatServesARunOfWhichTheLockKnowsNothing() {
            join(Samples.DIGEST);
            MemoryBus.Client killed = broker.client();
            fe1(begin(killed, "alice@ci7", Duration.ofSeconds(30)));
            killed.close();
            BusRun second = begin(broker.client(), "bob@ci8", Duration.ofMillis(500));
            assertThatThrownBy(() -> fe1(second))
                    .isInstanceOf(BusyException.class)
                    .hasMessageStartingWith("fe1 is busy, held by alice@ci7 since ");
        }

        @Test
        void waitsForAnAgentWhoseControllerWasKilled() throws Exception {
            join(Samples.DIGEST);
            MemoryBus.Client killed = broker.client();
            fe1(begin(killed, "alice@ci7", Duration.ofSeconds(30)));
            killed.close();
            CompletableFuture<Agent> agent =
                    CompletableFuture.supplyAsync(() -> fe1(begin(broker.client(), "bob@ci8", Duration.ofSeconds(30))));
            assertThat(ready.poll(30, TimeUnit.SECONDS)).isEqualTo("ready");
            leases.pass(LEASE);
            of(of(agent).collect());
        }

        @Test
        void givesUpAnAgentThatSaysNothingForALease() {
            FakeAlarm renewals = new FakeAlarm();
            join(Samples.DIGEST);
            BusRun run = BusRun.begin(
                    controller(Duration.ofSeconds(30), new Alarms(renewals)),
                    broker.client(),
                    Holder.of("alice@ci7", Clock.systemUTC()));
            Agent agent = fe1(run);
            broker.goesAway();
            CompletionStage<Observation> observed = agent.collect();
            renewals.pass(LEASE.plusSeconds(3));
            assertThat(failure(observed)).hasMessage("fe1: its agent has said nothing for 15 s");
        }
    }

    @Nested
    class TheBus {

        @Test
        void mayLoseEveryThirdMessageAndNoOrderIsCarriedOutTwice() throws Exception {
            join(Samples.DIGEST);
            int[] count = {0};
            broker.loses((subject, message) -> subject.startsWith("sallyport.fe1") && ++count[0] % 3 == 0);
            Agent agent = fe1(begin());
            ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
            of(agent.arm(List.of(Samples.endpoint(Samples.FE1))));
            of(agent.fire(checks(100), Patience.spread(), attempts::add));
            of(agent.disarm());
            assertThat(attempts).hasSize(100);
            assertThat(part.told).containsExactly("arm 1", "fire 100", "disarm");
            assertThat(notes).anyMatch(note -> note.matches("fe1: sent \\d+ messages? again: not heard .*"));
        }

        @Test
        void carriesAThousandChecksInTensOfMessages() throws Exception {
            part.observation = new Observation(
                    "fe1",
                    List.of(),
                    IntStream.range(0, 1_000).mapToObj(Samples::contact).toList(),
                    List.of(),
                    Optional.empty());
            join(Samples.DIGEST);
            Agent agent = fe1(begin());
            of(agent.arm(List.of(Samples.endpoint(Samples.FE1))));
            of(agent.fire(checks(1_000), Patience.spread(), attempt -> {}));
            of(agent.collect());
            agent.close();
            assertThat(broker.carried).hasSizeLessThan(100);
        }

        @Test
        void mayBeFullOfStrangeMessages() throws Exception {
            join(Samples.DIGEST);
            MemoryBus.Client stranger = broker.client();
            stranger.publish("sallyport.fe1.orders", "hello?".getBytes(StandardCharsets.UTF_8));
            stranger.publish("sallyport.fe2.answers", new byte[10]);
            stranger.publish("sallyport.controller.lock", "held by me".getBytes(StandardCharsets.UTF_8));
            of(fe1(begin()).collect());
        }
    }

    @Test
    void contactsOfAnObservationMayBeManyMegabytes() throws Exception {
        List<Contact> contacts =
                IntStream.range(0, 20_000).mapToObj(Samples::contact).toList();
        part.observation = new Observation("fe1", List.of(), contacts, List.of(), Optional.empty());
        join(Samples.DIGEST);
        assertThat(of(fe1(begin()).collect())).isEqualTo(part.observation);
    }
}
