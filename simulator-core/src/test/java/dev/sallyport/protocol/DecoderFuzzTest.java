package dev.sallyport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Reception;
import dev.sallyport.flow.Transport;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * What every decoder and every service owes to bytes that are none of its protocol's: messages, or
 * {@link MalformedMessageException} with a place; never anything else.
 */
class DecoderFuzzTest {

    private static final List<Capture> CAPTURES = Capture.ofAllThatIsSpoken();

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreMessagesOrMalformed(
            @ForAll("captures") Capture capture,
            @ForAll @Size(max = 300) byte[] bytes,
            @ForAll @IntRange(min = 1, max = 300) int size) {
        decodes(capture, Mutation.pieces(bytes, size));
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void whatChangedOnTheWayIsMessagesOrMalformed(
            @ForAll("captures") Capture capture,
            @ForAll @Size(min = 1, max = 5) List<@From("mutations") Mutation> mutations,
            @ForAll @IntRange(min = 20, max = 1500) int size) {
        decodes(capture, arriving(capture, mutations, size));
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void servicesTakeWhateverComes(
            @ForAll("captures") Capture capture,
            @ForAll @Size(min = 1, max = 5) List<@From("mutations") Mutation> mutations,
            @ForAll @IntRange(min = 20, max = 1500) int size) {
        Reception<?> reception = capture.reception();

        arriving(capture, mutations, size).forEach(reception::received);

        assertThat(reception.malformed())
                .satisfiesAnyOf(why -> assertThat(why).isEmpty(), why -> assertThat(why.orElseThrow())
                        .contains(": "));
    }

    /** A datagram is changed by itself; a stream is changed as a whole, and comes in pieces. */
    private static List<byte[]> arriving(Capture capture, List<Mutation> mutations, int size) {
        if (capture.transport() == Transport.TCP) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            capture.segments().forEach(all::writeBytes);
            return Mutation.pieces(changed(all.toByteArray(), mutations), size);
        }
        return capture.segments().stream()
                .map(segment -> changed(segment, mutations))
                .toList();
    }

    private static byte[] changed(byte[] bytes, List<Mutation> mutations) {
        byte[] changed = bytes;
        for (Mutation mutation : mutations) {
            changed = mutation.of(changed);
        }
        return changed;
    }

    private static void decodes(Capture capture, List<byte[]> pieces) {
        Codec<?> codec = capture.codec();
        for (byte[] piece : pieces) {
            try {
                assertThat(codec.decode(piece)).doesNotContainNull();
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageMatching("(?s).+: .+");
            }
        }
    }

    @Provide
    Arbitrary<Capture> captures() {
        return Arbitraries.of(CAPTURES);
    }

    @Provide
    Arbitrary<Mutation> mutations() {
        return Combinators.combine(
                        Arbitraries.of(Mutation.Kind.values()),
                        Arbitraries.integers().between(0, 8000),
                        Arbitraries.integers().between(0, 255))
                .as(Mutation::new);
    }
}
