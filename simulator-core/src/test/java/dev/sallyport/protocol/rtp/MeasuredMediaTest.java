package dev.sallyport.protocol.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Media that goes on long enough to be measured, and bears loss meanwhile. */
class MeasuredMediaTest {

    static Stream<Arguments> everyMedium() {
        return Rtp.protocol().exchanges().stream().flatMap(exchange -> exchange.transports().stream()
                .map(transport -> Arguments.of(exchange.name(), transport, exchange)));
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("everyMedium")
    void isCountedAtBothEnds(String name, Transport transport, Exchange<RtpMessage> exchange) {
        MemoryWire.Told told = walk(transport, exchange, List::of, List::of);

        assertThat(told.near().detail()).isEmpty();
        assertThat(told.near().how()).isEqualTo(How.COMPLETED);
        assertThat(told.streamAtFar().orElseThrow().received()).isEqualTo(100);
        assertThat(told.streamAtNear().orElseThrow().received()).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("everyMedium")
    void runsToItsEndAlthoughPacketsAreLost(String name, Transport transport, Exchange<RtpMessage> exchange) {
        if (transport == Transport.TCP) {
            return; // what is lost of a stream ends it
        }
        MemoryWire.Told there = walk(transport, exchange, losing(20, 10), List::of);
        MemoryWire.Told back = walk(transport, exchange, List::of, losing(30, 5));

        assertThat(there.near().how()).isEqualTo(How.COMPLETED);
        assertThat(there.streamAtFar().orElseThrow().lost()).isEqualTo(10);
        assertThat(there.streamAtNear().orElseThrow().lost()).isEqualTo(10);
        assertThat(back.near().how()).isEqualTo(How.COMPLETED);
        assertThat(back.streamAtFar().orElseThrow().lost()).isZero();
        assertThat(back.streamAtNear().orElseThrow().lost()).isEqualTo(5);
    }

    private static MemoryWire.Told walk(
            Transport transport,
            Exchange<RtpMessage> exchange,
            Function<byte[], List<byte[]>> towardsFar,
            Function<byte[], List<byte[]>> towardsNear) {
        return MemoryWire.between(Rtp.protocol(), towardsFar, towardsNear)
                .walk(transport, setting -> exchange.ladder().apply(measured(setting)), exchange.goal());
    }

    private static Setting measured(Setting plain) {
        return new Setting(
                plain.nonce(),
                plain.self(),
                plain.peer(),
                plain.local(),
                plain.remote(),
                plain.transport(),
                plain.security(),
                plain.beside(),
                plain.limit(),
                true);
    }

    private static Function<byte[], List<byte[]>> losing(int first, int count) {
        AtomicInteger passed = new AtomicInteger();
        return bytes -> {
            int number = passed.getAndIncrement();
            return number >= first && number < first + count ? List.of() : List.of(bytes);
        };
    }
}
