package dev.sallyport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every exchange of every protocol owes, whatever stands between its ends. */
class ExchangeContractTest {

    private static final Function<byte[], List<byte[]>> CARRY = List::of;
    private static final Function<byte[], List<byte[]>> LOSE = bytes -> List.of();

    static Stream<Arguments> everyExchange() {
        return Protocols.spoken().all().stream().flatMap(ExchangeContractTest::exchangesOf);
    }

    static Stream<Arguments> everyExchangeOverTcp() {
        return everyExchange().filter(arguments -> arguments.get()[2] == Transport.TCP);
    }

    private static <M> Stream<Arguments> exchangesOf(Protocol<M> protocol) {
        return protocol.exchanges().stream().flatMap(exchange -> exchange.transports().stream()
                .map(transport -> Arguments.of(protocol, exchange.name(), transport)));
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void completesWhenNothingStandsBetween(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol).walk(exchange, transport);

        assertThat(told.near().detail()).isEmpty();
        assertThat(told.near().how()).isEqualTo(How.COMPLETED);
        assertThat(told.near().stage()).isEqualTo(goalOf(protocol, exchange));
        assertThat(told.malformedAtFar()).isEmpty();
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void theNonceReachesTheFarEnd(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol).walk(exchange, transport);

        assertThat(told.nonces()).contains(MemoryWire.NONCE);
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void aLostRequestEndsInSilence(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol, LOSE, CARRY).walk(exchange, transport);

        assertThat(told.near().how()).isEqualTo(How.SILENCE);
        assertThat(told.near().stage()).isEqualTo(Stage.REQUEST);
        assertThat(told.messagesAtFar()).isZero();
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void aLostReplyEndsInSilenceAndTheFarEndSawTheRequest(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol, CARRY, LOSE).walk(exchange, transport);

        assertThat(told.near().how()).isEqualTo(How.SILENCE);
        assertThat(told.messagesAtFar()).isPositive();
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchangeOverTcp")
    void aByteAtATimeIsTheSameConversation(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(
                        protocol, ExchangeContractTest::bytewise, ExchangeContractTest::bytewise)
                .walk(exchange, transport);

        assertThat(told.near().detail()).isEmpty();
        assertThat(told.near().how()).isEqualTo(How.COMPLETED);
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void garbageFromThePeerEndsTheWalkWithoutCompletingIt(Protocol<?> protocol, String exchange, Transport transport) {
        Function<byte[], List<byte[]>> garbage =
                bytes -> List.of(new byte[] {0x7f, 0, 1, 2, (byte) 0xff, 13, 10, 13, 10});
        MemoryWire.Told told = MemoryWire.between(protocol, CARRY, garbage).walk(exchange, transport);

        assertThat(told.near().how()).isIn(How.MALFORMED, How.SILENCE, How.CLOSED);
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void garbageIsNotAnsweredWithMoreThanCame(Protocol<?> protocol, String exchange, Transport transport) {
        byte[] garbage = new byte[64];
        java.util.Arrays.fill(garbage, (byte) 0xfe);
        MemoryWire.Told told =
                MemoryWire.between(protocol, bytes -> List.of(garbage), CARRY).walk(exchange, transport);

        int answered = told.toNear().stream().mapToInt(bytes -> bytes.length).sum();
        int sent = told.toFar().size() * garbage.length;
        assertThat(transport == Transport.TCP || answered <= sent).isTrue();
        assertThat(told.near().how()).isNotEqualTo(How.COMPLETED);
    }

    private static Stage goalOf(Protocol<?> protocol, String exchange) {
        return protocol.exchanges().stream()
                .map(known -> (Exchange<?>) known)
                .filter(known -> known.name().equals(exchange))
                .map(Exchange::goal)
                .findFirst()
                .orElseThrow();
    }

    private static List<byte[]> bytewise(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            parts.add(new byte[] {b});
        }
        return parts;
    }
}
