package dev.sallyport.protocol.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class RtcpPropertyTest {

    @Property(tries = 500)
    void readingUndoesWriting(@ForAll @Size(min = 1, max = 4) List<@From("packets") RtcpPacket> packets)
            throws Exception {
        assertThat(RtcpCompound.read(RtcpCompound.write(packets))).isEqualTo(packets);
    }

    @Property(tries = 1000)
    void anyBytesAreWrittenBackAsReadOrMalformed(@ForAll @Size(max = 80) byte[] random) {
        byte[] bytes = random.clone();
        if (bytes.length > 3) {
            bytes[0] = (byte) (0x80 | bytes[0] & 0x3f);
            bytes[1] = (byte) (200 + (bytes[1] & 3));
            bytes[2] = 0;
            bytes[3] = (byte) (bytes.length / 4 - 1);
        }
        try {
            assertThat(RtcpCompound.write(RtcpCompound.read(Octets.of(bytes)))).isEqualTo(Octets.of(bytes));
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageStartingWith("RTCP packet at byte ");
        }
    }

    @Provide
    Arbitrary<RtcpPacket> packets() {
        Arbitrary<Integer> any = Arbitraries.integers();
        Arbitrary<List<ReceptionReport>> reports = Combinators.combine(
                        any,
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers().between(-0x800000, 0x7fffff),
                        any,
                        any,
                        any,
                        any)
                .as(ReceptionReport::new)
                .list()
                .ofMaxSize(31);
        return Arbitraries.oneOf(
                Combinators.combine(any, Arbitraries.longs(), any, any, any, reports)
                        .as(SenderReport::new),
                Combinators.combine(any, reports).as(ReceiverReport::new),
                Combinators.combine(any, Arbitraries.strings().ascii().ofMaxLength(255))
                        .as(SourceDescription::new));
    }
}
