package dev.sallyport.protocol.wcf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WcfPropertyTest {

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("records") NmfRecord message) throws Exception {
        FramedCodec<NmfRecord> codec = new FramedCodec<>(new NmfFraming());

        assertThat(codec.decode(codec.encode(message))).containsExactly(message);
        assertThat(codec.kept()).isZero();
    }

    @Property(tries = 1000)
    void anyBytesAreRecordsOrMalformed(@ForAll("heads") String head, @ForAll byte[] bytes) {
        FramedCodec<NmfRecord> codec = new FramedCodec<>(new NmfFraming());
        try {
            codec.decode(Octets.parse(head + Octets.of(bytes).hex()).toArray());
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
        assertThat(codec.kept()).isLessThanOrEqualTo(bytes.length + head.length() / 2);
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of("", "0001000102", "000100010202", "06", "0804", "09", "0c0703");
    }

    @Provide
    Arbitrary<NmfRecord> records() {
        Arbitrary<Integer> octets = Arbitraries.integers().between(0, 255);
        Arbitrary<String> texts = Arbitraries.strings().ascii().ofMaxLength(256);
        Arbitrary<String> vias = Arbitraries.strings().ascii().ofMaxLength(2048);
        return Arbitraries.oneOf(
                Combinators.combine(octets, vias, octets).as(NmfRecord.Preamble::new),
                texts.map(NmfRecord.UpgradeRequest::new),
                texts.map(NmfRecord.Fault::new),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(20_000)
                        .map(Octets::of)
                        .map(NmfRecord.Envelope::new),
                Arbitraries.of(
                        new NmfRecord.UpgradeResponse(),
                        new NmfRecord.PreambleEnd(),
                        new NmfRecord.PreambleAck(),
                        new NmfRecord.End()));
    }
}
