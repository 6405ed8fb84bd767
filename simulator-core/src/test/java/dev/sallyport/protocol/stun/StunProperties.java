package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What property tests of STUN and of its Microsoft dialect have in common. */
public final class StunProperties {

    private StunProperties() {}

    /** Bytes that nobody chose are messages, or refused with their place; none is kept beyond what came. */
    public static <M> void assertMessagesOrMalformed(byte[] bytes, Codec<M> datagrams, FramedCodec<M> stream) {
        decodeOrRefuse(bytes, datagrams);
        decodeOrRefuse(bytes, stream);
        assertThat(stream.kept()).isLessThanOrEqualTo(bytes.length);
    }

    private static void decodeOrRefuse(byte[] bytes, Codec<?> codec) {
        try {
            codec.decode(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
    }

    /** Returns the bytes with one bit changed. */
    public static byte[] flipped(Octets wire, int place) {
        byte[] bytes = wire.toArray();
        int bit = Math.floorMod(place, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return bytes;
    }

    /** Returns bytes of a length within the bounds. */
    public static Arbitrary<Octets> octets(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Octets::of);
    }

    /** Returns a few random bytes, as content of messages that are none. */
    public static Arbitrary<byte[]> random() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(64);
    }

    /** Returns errors of every code. */
    public static Arbitrary<StunAttribute> errors() {
        return Combinators.combine(
                        Arbitraries.integers().between(300, 699),
                        Arbitraries.strings().ascii().ofMaxLength(50))
                .as(ErrorCode::new);
    }
}
