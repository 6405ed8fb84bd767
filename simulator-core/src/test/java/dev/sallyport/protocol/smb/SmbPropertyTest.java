package dev.sallyport.protocol.smb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SmbPropertyTest {

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("messages") SmbMessage message) throws Exception {
        FramedCodec<SmbMessage> codec = new FramedCodec<>(new SmbFrame());

        assertThat(codec.decode(codec.encode(message))).containsExactly(message);
        assertThat(codec.kept()).isZero();
    }

    @Property(tries = 1000)
    void anyBytesAreMessagesOrMalformed(@ForAll("bytesLikeSmb") byte[] bytes) {
        FramedCodec<SmbMessage> codec = new FramedCodec<>(new SmbFrame());
        try {
            codec.decode(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
        assertThat(codec.kept()).isLessThanOrEqualTo(bytes.length);
    }

    @Provide
    Arbitrary<byte[]> bytesLikeSmb() {
        Arbitrary<Octets> random = octets(0, 120);
        return Arbitraries.oneOf(
                random.map(Octets::toArray),
                random.map(body -> framed("fe534d424000" + body.hex())),
                random.map(body -> framed("ff534d4272" + "00".repeat(27) + "00" + body.hex())));
    }

    private static byte[] framed(String body) {
        return Octets.parse(String.format("%08x%s", body.length() / 2, body)).toArray();
    }

    @Provide
    Arbitrary<SmbMessage> messages() {
        Arbitrary<List<String>> names =
                Arbitraries.strings().withCharRange('\1', '\u00ff').list().ofMaxSize(5);
        return Arbitraries.oneOf(
                names.map(SmbMessage.Offer::new),
                octets(0, 40).map(bytes -> new SmbMessage.Other(0x85, bytes)),
                Combinators.combine(headers(Smb2Header.NEGOTIATE, 0, 0), requests())
                        .as(SmbMessage.Smb2::new),
                Combinators.combine(headers(Smb2Header.NEGOTIATE, 1, 0), responses())
                        .as(SmbMessage.Smb2::new),
                Combinators.combine(
                                headers(Smb2Header.SESSION_SETUP, 1, Smb2Header.ACCESS_DENIED),
                                octets(1, 40).map(Smb2Body.Failure::new))
                        .as(SmbMessage.Smb2::new),
                Combinators.combine(
                                headers(Smb2Header.SESSION_SETUP, 1, Smb2Header.MORE_REQUIRED),
                                octets(0, 40).map(Smb2Body.Other::new))
                        .as(SmbMessage.Smb2::new));
    }

    private static Arbitrary<Smb2Header> headers(int command, int flags, int status) {
        Arbitrary<Integer> ints = Arbitraries.integers();
        return Combinators.combine(shorts(), shorts(), Arbitraries.longs(), ints, ints, octets(16, 16))
                .as((charge, credits, id, process, tree, signature) ->
                        new Smb2Header(charge, status, command, credits, flags, 0, id, process, tree, id, signature));
    }

    private static Arbitrary<NegotiateRequest> requests() {
        // Without a dialect, what follows would be read as the first.
        Arbitrary<List<Integer>> dialects = shorts().list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(
                        shorts(), Arbitraries.integers(), octets(16, 16), Arbitraries.longs(), dialects, octets(0, 20))
                .as(NegotiateRequest::new);
    }

    private static Arbitrary<NegotiateResponse> responses() {
        Arbitrary<Integer> ints = Arbitraries.integers();
        Arbitrary<NegotiateResponse.Most> most =
                Combinators.combine(ints, ints, ints).as(NegotiateResponse.Most::new);
        return Combinators.combine(shorts(), shorts(), octets(16, 16), ints, most, Arbitraries.longs(), octets(0, 99))
                .as((mode, dialect, server, capabilities, sizes, time, token) ->
                        new NegotiateResponse(mode, dialect, 0, server, capabilities, sizes, time, time, token));
    }

    private static Arbitrary<Integer> shorts() {
        return Arbitraries.integers().between(0, 0xffff);
    }

    private static Arbitrary<Octets> octets(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Octets::of);
    }
}
