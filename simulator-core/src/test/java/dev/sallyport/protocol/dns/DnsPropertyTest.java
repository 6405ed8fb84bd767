package dev.sallyport.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DnsPropertyTest {

    private final DnsFraming framing = new DnsFraming();
    private final DatagramCodec<DnsMessage> datagrams = new DatagramCodec<>(framing);
    private final FramedCodec<DnsMessage> stream = new FramedCodec<>(new DnsFrame());

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("messages") DnsMessage message) throws Exception {
        assertThat(datagrams.decode(datagrams.encode(message))).containsExactly(message);
        assertThat(stream.decode(stream.encode(message))).containsExactly(message);
        assertThat(stream.kept()).isZero();
    }

    @Property(tries = 2000)
    void anyBytesAreAMessageOrMalformed(@ForAll("bytesLikeDns") byte[] bytes) {
        try {
            DnsMessage message = framing.read(bytes);
            assertThat(framing.read(framing.write(message))).isEqualTo(message);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
    }

    @Property(tries = 2000)
    void noDatagramIsAnsweredWithMoreThanCame(@ForAll("bytesLikeDns") byte[] bytes) {
        Setting setting = new Setting(
                "",
                new Setting.Identified("dns1.lab", "", "dns-server"),
                MemoryWire.NEAR,
                new InetSocketAddress("10.2.0.10", 53),
                new InetSocketAddress("10.1.0.10", 40_000),
                Transport.UDP,
                Security.NONE);
        try {
            DnsMessage query = framing.read(bytes);
            for (Step<DnsMessage> step : new DnsService().answer(setting).on(query)) {
                assertThat(framing.write(
                                ((Step.Send<DnsMessage>) step).message().get()))
                        .hasSizeLessThanOrEqualTo(bytes.length);
            }
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
    }

    /** Queries with some bytes changed, and any bytes. */
    @Provide
    Arbitrary<byte[]> bytesLikeDns() {
        Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
        Arbitrary<byte[]> changed = Combinators.combine(
                        Arbitraries.of("_sip._tls.contoso.lab", "sip.contoso.lab", "_x.y", "", "_sip._tls", "a.b.c"),
                        Arbitraries.of(DnsType.A, DnsType.SRV, DnsType.AAAA, 255),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.bytes())
                .as((name, type, padding, at, value) -> {
                    byte[] bytes = framing.write(
                            DnsMessage.query(1, DnsQuestion.of(name, type), List.of(DnsRecord.padding(padding))));
                    bytes[at % bytes.length] = value;
                    return bytes;
                });
        return Arbitraries.oneOf(random, changed, changed);
    }

    @Provide
    Arbitrary<DnsMessage> messages() {
        Arbitrary<DnsName> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMaxSize(6)
                .map(labels -> DnsName.of(String.join(".", labels)));
        Arbitrary<Integer> words = Arbitraries.integers().between(0, 0xffff);
        Arbitrary<DnsRecord> records = Combinators.combine(
                        names,
                        words,
                        words,
                        Arbitraries.integers(),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(Octets::of))
                .as(DnsRecord::new);
        Arbitrary<DnsQuestion> questions =
                Combinators.combine(names, words, words).as(DnsQuestion::new);
        return Combinators.combine(
                        words,
                        words,
                        questions.list().ofMaxSize(2),
                        records.list().ofMaxSize(4),
                        records.list().ofMaxSize(2),
                        records.list().ofMaxSize(2))
                .as(DnsMessage::new);
    }
}
