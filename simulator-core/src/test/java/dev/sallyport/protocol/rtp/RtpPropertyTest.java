package dev.sallyport.protocol.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RtpPropertyTest {

    private final DatagramCodec<RtpMessage> datagrams = new DatagramCodec<>(new RtpDatagram());
    private final FramedCodec<RtpMessage> stream = new FramedCodec<>(new MediaFrame());

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("packets") RtpPacket packet) throws Exception {
        assertThat(datagrams.decode(datagrams.encode(packet))).containsExactly(packet);
        assertThat(stream.decode(stream.encode(packet))).containsExactly(packet);
        assertThat(stream.kept()).isZero();
    }

    @Property(tries = 1000)
    void anyBytesAreMessagesOrMalformed(@ForAll("bytesLikeRtp") byte[] bytes) {
        try {
            // What is read is written back as it was: nothing of it is lost.
            assertThat(datagrams.encode(datagrams.decode(bytes).get(0))).isEqualTo(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
    }

    @Property(tries = 1000)
    void anyStreamIsMessagesOrMalformed(@ForAll byte[] bytes) {
        FramedCodec<RtpMessage> fresh = new FramedCodec<>(new MediaFrame());
        try {
            fresh.decode(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
        assertThat(fresh.kept()).isLessThanOrEqualTo(bytes.length);
    }

    @Provide
    Arbitrary<byte[]> bytesLikeRtp() {
        Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(64);
        return Arbitraries.oneOf(
                random, random.filter(bytes -> bytes.length > 0).map(bytes -> {
                    byte[] second = bytes.clone();
                    second[0] = (byte) (0x80 | second[0] & 0x3f);
                    return second;
                }));
    }

    @Provide
    Arbitrary<RtpPacket> packets() {
        Arbitrary<RtpExtension> extensions = Combinators.combine(
                        Arbitraries.integers().between(0, 0xffff),
                        Arbitraries.integers().between(0, 20))
                .as((profile, words) -> new RtpExtension(profile, Octets.of(new byte[4 * words])));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 63),
                        Arbitraries.integers().between(0, 0xffff),
                        Arbitraries.integers(),
                        Arbitraries.integers(),
                        Arbitraries.integers().list().ofMaxSize(15),
                        extensions.optional(),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Octets::of),
                        Arbitraries.integers().between(0, 255).map(RtpPropertyTest::padding))
                .as((type, sequence, timestamp, ssrc, csrcs, extension, payload, padding) -> new RtpPacket(
                        sequence % 2 == 0, type, sequence, timestamp, ssrc, csrcs, extension, payload, padding));
    }

    private static Octets padding(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) length);
        return Octets.of(bytes);
    }
}
