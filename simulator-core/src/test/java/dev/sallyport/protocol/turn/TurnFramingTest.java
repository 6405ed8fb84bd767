package dev.sallyport.protocol.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.VectorFile;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.turn.TurnMessage.ChannelData;
import dev.sallyport.protocol.turn.TurnMessage.Control;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TurnFramingTest {

    private static final DatagramCodec<TurnMessage> DATAGRAMS = new DatagramCodec<>(new TurnFraming(false));

    private final FramedCodec<TurnMessage> stream = new FramedCodec<>(new TurnFraming(true));

    @Example
    void typesAreThoseThatIanaRegisters() throws Exception {
        Map<String, Integer> registered = new TreeMap<>();
        for (String line : VectorFile.lines(TurnFramingTest.class, "iana-attributes.csv")) {
            String[] cells = line.split(",");
            registered.put(cells[1], Integer.decode(cells[0]));
        }

        assertThat(registered)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "CHANNEL-NUMBER", ChannelNumber.TYPE,
                        "LIFETIME", Lifetime.TYPE,
                        "XOR-PEER-ADDRESS", XorPeerAddress.TYPE,
                        "DATA", Data.TYPE,
                        "XOR-RELAYED-ADDRESS", XorRelayedAddress.TYPE,
                        "REQUESTED-ADDRESS-FAMILY", RequestedAddressFamily.TYPE,
                        "EVEN-PORT", EvenPort.TYPE,
                        "REQUESTED-TRANSPORT", RequestedTransport.TYPE));
    }

    @Example
    void channelDataIsPaddedOverTcpAlone() throws Exception {
        ChannelData data = new ChannelData(0x4001, Octets.utf8("hello"));

        assertThat(Octets.of(DATAGRAMS.encode(data)).hex()).isEqualTo("40010005" + "68656c6c6f");
        assertThat(Octets.of(stream.encode(data)).hex()).isEqualTo("40010005" + "68656c6c6f" + "000000");
        assertThat(DATAGRAMS.decode(stream.encode(data))).containsExactly(data);
    }

    @Example
    void whatIsNeitherStunNorChannelDataIsRefused() {
        assertThatThrownBy(() -> stream.decode(new byte[] {(byte) 0x80}))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("byte 0");
        assertThatThrownBy(() -> DATAGRAMS.decode(Octets.parse("4001000568").toArray()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("byte 2");
    }

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("messages") TurnMessage message) throws Exception {
        assertThat(DATAGRAMS.decode(DATAGRAMS.encode(message))).containsExactly(message);
        assertThat(stream.decode(stream.encode(message))).containsExactly(message);
        assertThat(stream.kept()).isZero();
    }

    @Property(tries = 1000)
    void anyBytesAreMessagesOrMalformed(@ForAll("bytesLikeTurn") byte[] bytes) {
        FramedCodec<TurnMessage> fresh = new FramedCodec<>(new TurnFraming(true));
        assertMessagesOrMalformed(() -> DATAGRAMS.decode(bytes));
        assertMessagesOrMalformed(() -> fresh.decode(bytes));
        assertThat(fresh.kept()).isLessThanOrEqualTo(bytes.length);
    }

    private interface Decoding {
        void run() throws MalformedMessageException;
    }

    private static void assertMessagesOrMalformed(Decoding decoding) {
        try {
            decoding.run();
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
    }

    @Provide
    Arbitrary<byte[]> bytesLikeTurn() {
        Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(64);
        Arbitrary<byte[]> attribute = Combinators.combine(
                        Arbitraries.of(0x0c, 0x0d, 0x12, 0x13, 0x16, 0x17, 0x18, 0x19), random)
                .as((type, body) -> StunMessage.of(
                                StunMessage.Kind.REQUEST,
                                TurnMethod.ALLOCATE,
                                Octets.of(new byte[12]),
                                List.of(new dev.sallyport.protocol.stun.RawAttribute(type, Octets.of(body))))
                        .wire()
                        .toArray());
        Arbitrary<byte[]> channel =
                random.map(body -> Octets.parse("4000" + Octets.of(body).hex()).toArray());
        return Arbitraries.oneOf(random, attribute, channel);
    }

    @Provide
    Arbitrary<TurnMessage> messages() {
        Arbitrary<TurnMessage> control = attributes()
                .list()
                .ofMaxSize(6)
                .map(attributes -> new Control(StunMessage.of(
                                StunMessage.Kind.REQUEST, TurnMethod.ALLOCATE, Octets.of(new byte[12]), attributes)
                        .withFingerprint()));
        Arbitrary<TurnMessage> channel = Combinators.combine(
                        Arbitraries.integers().between(ChannelNumber.FIRST, ChannelNumber.LAST), octets(0, 70))
                .as(ChannelData::new);
        return Arbitraries.oneOf(control, channel);
    }

    private static Arbitrary<StunAttribute> attributes() {
        Arbitrary<Integer> bytes = Arbitraries.integers().between(0, 255);
        return Arbitraries.oneOf(
                sockets().map(XorPeerAddress::new),
                sockets().map(XorRelayedAddress::new),
                octets(0, 50).map(Data::new),
                Arbitraries.longs().between(0, 0xffffffffL).map(Lifetime::new),
                Arbitraries.integers().between(0, 0xffff).map(ChannelNumber::new),
                bytes.map(RequestedTransport::new),
                bytes.map(RequestedAddressFamily::new),
                Arbitraries.of(true, false).map(EvenPort::new));
    }

    private static Arbitrary<InetSocketAddress> sockets() {
        return Combinators.combine(octets(4, 4), Arbitraries.integers().between(0, 0xffff))
                .as((address, port) -> new InetSocketAddress(String.join(".", quads(address)), port));
    }

    private static List<String> quads(Octets address) {
        byte[] bytes = address.toArray();
        return List.of("" + (bytes[0] & 0xff), "" + (bytes[1] & 0xff), "" + (bytes[2] & 0xff), "" + (bytes[3] & 0xff));
    }

    private static Arbitrary<Octets> octets(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Octets::of);
    }
}
