package dev.sallyport.protocol.ssrp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MalformedMessageException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SsrpPropertyTest {

    private final SsrpDatagram datagram = new SsrpDatagram();

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("messages") SsrpMessage message) throws Exception {
        assertThat(datagram.read(datagram.write(message))).isEqualTo(message);
    }

    @Property(tries = 1000)
    void anyBytesAreAMessageOrMalformed(@ForAll("bytesLikeSsrp") byte[] bytes) {
        try {
            assertThat(datagram.write(datagram.read(bytes))).isEqualTo(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
    }

    @Provide
    Arbitrary<byte[]> bytesLikeSsrp() {
        Arbitrary<byte[]> random =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40);
        return Combinators.combine(random, Arbitraries.of(2, 3, 4, 5, 15, 77), Arbitraries.of(true, false))
                .as((bytes, type, ended) -> {
                    bytes[0] = type.byteValue();
                    bytes[bytes.length - 1] = ended ? 0 : bytes[bytes.length - 1];
                    return bytes;
                });
    }

    @Provide
    Arbitrary<SsrpMessage> messages() {
        Arbitrary<String> words = words().ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> names = words().ofMaxLength(32);
        Arbitrary<List<SqlInstance>> instances = Combinators.combine(
                        words,
                        words,
                        Arbitraries.of(true, false),
                        words,
                        words.list().ofMaxSize(4))
                .as(SqlInstance::new)
                .list()
                .ofMaxSize(3);
        return Arbitraries.oneOf(
                Arbitraries.of(new SsrpMessage.Broadcast(), new SsrpMessage.Unicast()),
                names.map(SsrpMessage.One::new),
                names.map(SsrpMessage.Administrator::new),
                Arbitraries.integers().between(0, 0xffff).map(SsrpMessage.AdministratorPort::new),
                instances.map(SsrpMessage.Described::new));
    }

    private static net.jqwik.api.arbitraries.StringArbitrary words() {
        return Arbitraries.strings().withCharRange('\1', '\u00ff').excludeChars(';');
    }
}
