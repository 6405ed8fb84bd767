package dev.sallyport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.LateAnswer;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Prolonged;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.sip.Sip;
import dev.sallyport.protocol.sip.SipMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversations that go on after their exchange, of every protocol that has such. */
class ProlongedTest {

    private static final Duration AGE = Duration.ofSeconds(240);

    static Stream<Arguments> everyLastingExchange() {
        return Protocols.spoken().all().stream().flatMap(ProlongedTest::lastingOf);
    }

    private static <M> Stream<Arguments> lastingOf(Protocol<M> protocol) {
        return protocol.exchanges().stream()
                .filter(exchange -> exchange.lasting().isPresent())
                .flatMap(exchange -> exchange.transports().stream()
                        .map(transport -> Arguments.of(exchange.name(), transport, protocol, exchange)));
    }

    @Test
    void theLongLivedKindsOfLyncCanStay() {
        assertThat(everyLastingExchange()
                        .map(arguments ->
                                arguments.get()[0] + " over " + arguments.get()[1]))
                .contains(
                        "sip/register over TCP",
                        "xmpp/server over TCP",
                        "xmpp/dialback over TCP",
                        "turn/allocate over TCP",
                        "msturn/allocate over UDP",
                        "stun/binding over UDP");
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("everyLastingExchange")
    <M> void eitherEndMaySpeakFirstAfterASilence(
            String name, Transport transport, Protocol<M> protocol, Exchange<M> exchange) {
        for (boolean farFirst : new boolean[] {false, true}) {
            MemoryWire<M> wire = MemoryWire.between(protocol);
            MemoryWire.Told told = wire.walk(transport, silent(exchange, farFirst), Stage.IDLE);

            assertThat(told.near().detail()).isEmpty();
            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.near().stage()).isEqualTo(Stage.IDLE);
            assertThat(wire.elapsed()).isGreaterThanOrEqualTo(AGE);
            assertThat(told.nonces()).contains(MemoryWire.NONCE).hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("everyLastingExchange")
    <M> void whoeverSpeaksFirstIsTheOneWhoseWordsAreLost(
            String name, Transport transport, Protocol<M> protocol, Exchange<M> exchange) {
        int nearSays = MemoryWire.between(protocol)
                .walk(transport, silent(exchange, false), Stage.IDLE)
                .toFar()
                .size();
        int farSays = MemoryWire.between(protocol)
                .walk(transport, silent(exchange, true), Stage.IDLE)
                .toNear()
                .size();

        MemoryWire.Told near = MemoryWire.between(protocol, upTo(nearSays - 1), List::of)
                .walk(transport, silent(exchange, false), Stage.IDLE);
        MemoryWire.Told far = MemoryWire.between(protocol, List::of, upTo(farSays - 1))
                .walk(transport, silent(exchange, true), Stage.IDLE);

        assertThat(near.near().stage()).isEqualTo(Stage.IDLE);
        assertThat(near.near().how()).isEqualTo(How.SILENCE);
        assertThat(near.nonces()).hasSize(1);
        assertThat(far.near().stage()).isEqualTo(Stage.IDLE);
        assertThat(far.near().how()).isEqualTo(How.SILENCE);
        assertThat(far.nonces()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("everyLastingExchange")
    <M> void whatIsKeptBusyPassesItsTimeAndItsBytes(
            String name, Transport transport, Protocol<M> protocol, Exchange<M> exchange) {
        MemoryWire<M> wire = MemoryWire.between(protocol);
        MemoryWire.Told told = wire.walk(
                transport,
                setting -> new Prolonged<>(exchange.lasting().orElseThrow(), setting)
                        .busy(Duration.ofSeconds(10), 20_000, wire::passed),
                exchange.goal());

        assertThat(told.near().detail()).isEmpty();
        assertThat(told.near().how()).isEqualTo(How.COMPLETED);
        assertThat(wire.elapsed()).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_100));
        assertThat(wire.passed()).isBetween(20_000L, 40_000L);
    }

    @Nested
    class ALateAnswer {

        @Test
        void isOwedOnlyAFewTimesToOnePeer() {
            MemoryWire<SipMessage> wire = MemoryWire.between(Sip.protocol());
            Exchange<SipMessage> options = Sip.protocol().exchanges().get(0);
            MemoryWire.Told told = wire.walk(Transport.TCP, setting -> impatient(options, setting), Stage.REPLY);

            assertThat(told.toNear()).as("answers before anybody waited").hasSize(1);
        }

        /** Five late answers are asked for, and nobody waits for them. */
        private static List<Step<SipMessage>> impatient(Exchange<SipMessage> options, Setting setting) {
            return Stream.of(1, 2, 3, 4, 5)
                    .map(number -> new Prolonged<>(options.lasting().orElseThrow(), setting)
                            .silentUntilFarSpeaks(LateAnswer.MOST))
                    .map(ladder -> ladder.get(2))
                    .toList();
        }
    }

    private static <M> Function<Setting, List<Step<M>>> silent(Exchange<M> exchange, boolean farFirst) {
        return setting -> {
            Prolonged<M> prolonged = new Prolonged<>(exchange.lasting().orElseThrow(), setting);
            return farFirst ? prolonged.silentUntilFarSpeaks(AGE) : prolonged.silentUntilNearSpeaks(AGE);
        };
    }

    private static Function<byte[], List<byte[]>> upTo(int segments) {
        AtomicInteger passed = new AtomicInteger();
        return bytes -> passed.incrementAndGet() <= segments ? List.of(bytes) : List.of();
    }
}
