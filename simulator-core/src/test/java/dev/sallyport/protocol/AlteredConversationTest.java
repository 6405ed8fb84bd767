package dev.sallyport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.Line;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every conversation of every protocol, with bytes flipped, cut out, doubled and put in at random: what a codec makes of
 * it is messages or {@link MalformedMessageException}, and what a service makes of it is never an exception.
 */
class AlteredConversationTest {

    private static final int TRIES = 400;

    static Stream<Arguments> everyExchange() {
        return ExchangeContractTest.everyExchange();
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void alteredBytesAreMessagesOrMalformed(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol).walk(exchange, transport);
        Random random = new Random(20130911);
        for (int i = 0; i < TRIES; i++) {
            decode(protocol.service().codec(transport), altered(told.toFar(), random));
            decode(protocol.service().codec(transport), altered(told.toNear(), random));
        }
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("everyExchange")
    void aServiceTakesAlteredBytesWithoutAnException(Protocol<?> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol).walk(exchange, transport);
        Random random = new Random(20130911);
        for (int i = 0; i < TRIES; i++) {
            receive(protocol, transport, altered(i % 4 == 0 ? told.toNear() : told.toFar(), random));
        }
    }

    private static void decode(Codec<?> codec, List<byte[]> segments) {
        for (byte[] segment : segments) {
            try {
                codec.decode(segment);
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageContaining(": ");
            }
        }
    }

    private static <M> void receive(Protocol<M> protocol, Transport transport, List<byte[]> segments) {
        Setting setting = new Setting(
                "",
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("10.2.0.10", 5061),
                new InetSocketAddress("10.1.0.10", 40_000),
                transport,
                Security.NONE);
        Reception<M> reception = new Reception<>(protocol.service(), setting, new DeafLine());
        for (byte[] segment : segments) {
            protocol.service().recognises(segment);
            reception.received(segment);
        }
    }

    private static List<byte[]> altered(List<byte[]> segments, Random random) {
        List<byte[]> altered = new ArrayList<>(segments);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int which = random.nextInt(altered.size());
            altered.set(which, altered(altered.get(which), random));
        }
        return altered;
    }

    private static byte[] altered(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        // Most of what a codec decides by stands at the beginning.
        int place = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextInt(Math.min(64, bytes.length));
        byte[] changed = bytes.clone();
        switch (random.nextInt(5)) {
            case 0:
                changed[place] ^= (byte) (1 << random.nextInt(8));
                return changed;
            case 1:
                changed[place] = (byte) random.nextInt();
                return changed;
            case 2:
                changed[place] = (byte) (random.nextBoolean() ? 0xff : 0);
                return changed;
            case 3:
                return Arrays.copyOf(bytes, place);
            default:
                return joined(Arrays.copyOf(bytes, place), Arrays.copyOfRange(bytes, place / 2, bytes.length));
        }
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    /** Takes everything, secures at once, and dials nobody. */
    private static final class DeafLine implements Line {

        @Override
        public void send(byte[] bytes) {
            assertThat(bytes).isNotNull();
        }

        @Override
        public void startTls(Runnable done) {
            done.run();
        }

        @Override
        public void close() {
            // what comes after the close is a peer's that has not heard of it
        }

        @Override
        public Runnable after(Duration delay, Runnable action) {
            return () -> {};
        }

        @Override
        public <M> void dial(
                String name,
                int port,
                Supplier<Codec<M>> codecs,
                Function<Setting, List<Step<M>>> ladder,
                Consumer<Ending> ended) {
            assertThat(port).isPositive();
        }
    }
}
