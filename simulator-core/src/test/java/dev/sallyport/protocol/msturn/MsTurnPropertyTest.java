package dev.sallyport.protocol.msturn;

import static dev.sallyport.protocol.stun.StunProperties.assertMessagesOrMalformed;
import static dev.sallyport.protocol.stun.StunProperties.errors;
import static dev.sallyport.protocol.stun.StunProperties.flipped;
import static dev.sallyport.protocol.stun.StunProperties.octets;
import static dev.sallyport.protocol.stun.StunProperties.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.RawAttribute;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.Data;
import dev.sallyport.protocol.turn.Lifetime;
import java.net.InetSocketAddress;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MsTurnPropertyTest {

    private final DatagramCodec<MsTurnMessage> datagrams = new DatagramCodec<>(new MsTurnDatagrams());

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("controls") MsTurnControl message) throws Exception {
        FramedCodec<MsTurnMessage> stream = new FramedCodec<>(new MsTurnFrames());
        MsTurnControl whole = message.withIntegrity(Octets.utf8("key"));

        assertThat(datagrams.decode(datagrams.encode(message))).containsExactly(message);
        assertThat(stream.decode(stream.encode(whole))).containsExactly(whole);
        assertThat(whole.hasIntegrityOf(Octets.utf8("key"))).isTrue();
        assertThat(whole.hasIntegrityOf(Octets.utf8("another"))).isFalse();
        assertThat(stream.kept()).isZero();
    }

    @Property(tries = 300)
    void framesOfDataAreTheData(@ForAll("data") Octets data) throws Exception {
        FramedCodec<MsTurnMessage> stream = new FramedCodec<>(new MsTurnFrames());
        MsTurnMessage message = new MsTurnMessage.EndToEnd(data);

        assertThat(stream.decode(stream.encode(message))).containsExactly(message);
        assertThat(datagrams.decode(datagrams.encode(message))).containsExactly(message);
    }

    @Property(tries = 300)
    void anyFlippedBitBreaksTheIntegrityOrTheMessage(@ForAll("controls") MsTurnControl message, @ForAll int place) {
        byte[] bytes = flipped(message.withIntegrity(Octets.utf8("key")).wire(), place);
        try {
            assertThat(MsTurnReader.read(bytes).hasIntegrityOf(Octets.utf8("key")))
                    .isFalse();
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
    }

    @Property(tries = 1000)
    void anyBytesAreMessagesOrMalformed(@ForAll("bytesLikeMsTurn") byte[] bytes) {
        FramedCodec<MsTurnMessage> stream = new FramedCodec<>(new MsTurnFrames());
        assertMessagesOrMalformed(bytes, datagrams, stream);
    }

    @Provide
    Arbitrary<byte[]> bytesLikeMsTurn() {
        Arbitrary<byte[]> random = random();
        Arbitrary<byte[]> cookie = random.map(body -> message(Octets.of(body)));
        Arbitrary<byte[]> attribute = Combinators.combine(
                        Arbitraries.of(
                                0x01, 0x06, 0x08, 0x09, 0x0a, 0x0d, 0x0f, 0x10, 0x11, 0x12, 0x14, 0x15, 0x8008, 0x8020,
                                0x8050, 0x8055),
                        random)
                .as((type, body) -> message(Octets.parse(String.format("%04x%04x", type, body.length)
                        + Octets.of(body).hex())));
        Arbitrary<byte[]> framed = Combinators.combine(Arbitraries.of("0200", "0300", "1603"), cookie)
                .as((start, body) -> Octets.parse(start
                                + String.format("%04x", body.length)
                                + Octets.of(body).hex())
                        .toArray());
        return Arbitraries.oneOf(random, cookie, attribute, framed);
    }

    private static byte[] message(Octets attributes) {
        String header = String.format("0003%04x", 8 + attributes.length());
        return Octets.parse(header + "00".repeat(16) + "000f000472c64bc6" + attributes.hex())
                .toArray();
    }

    @Provide
    Arbitrary<Octets> data() {
        return octets(0, 1400).filter(data -> !MsTurnReader.isControl(data.toArray()));
    }

    @Provide
    Arbitrary<MsTurnControl> controls() {
        return Combinators.combine(
                        Arbitraries.of(MsTurnType.class),
                        octets(16, 16),
                        attributes().list().ofMaxSize(6))
                .as(MsTurnControl::of);
    }

    private static Arbitrary<StunAttribute> attributes() {
        Arbitrary<InetSocketAddress> sockets = Arbitraries.integers()
                .between(0, 0xffff)
                .map(port -> new InetSocketAddress("10.1." + port % 256 + ".7", port));
        return Arbitraries.oneOf(List.of(
                sockets.map(DestinationAddress::new),
                sockets.map(RemoteAddress::new),
                sockets.map(ReflexiveAddress::new),
                octets(0, 128).map(MsNonce::new),
                octets(0, 128).map(MsRealm::new),
                octets(0, 60).map(Username::new),
                octets(0, 60).map(Data::new),
                Arbitraries.longs().between(0, 0xffffffffL).map(Lifetime::new),
                Arbitraries.integers().map(MsVersion::new),
                Arbitraries.integers().map(Bandwidth::new),
                Combinators.combine(
                                Arbitraries.integers().between(0, 0xffff),
                                Arbitraries.integers().between(0, 0xffff))
                        .as(ServiceQuality::new),
                Combinators.combine(octets(20, 20), Arbitraries.integers()).as(SequenceNumber::new),
                errors(),
                octets(0, 40).map(bytes -> new RawAttribute(0x8095, bytes))));
    }
}
