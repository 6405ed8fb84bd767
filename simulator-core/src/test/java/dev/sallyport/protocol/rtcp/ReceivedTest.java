package dev.sallyport.protocol.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of RFC 3550 appendix A.1 and A.3. */
class ReceivedTest {

    private final Received received = new Received();

    @Test
    void nothingReceivedIsNothingLost() {
        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aWholeStreamHasLostNothing() {
        packets(10, 11, 12, 13);

        assertThat(received.packets()).isEqualTo(4);
        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 0, 0, 13, 0, 0, 0));
    }

    @Test
    void aGapIsLostAndItsFractionIsOf256() {
        packets(10, 11, 13);

        // 4 expected, 3 received: 1 * 256 / 4.
        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 64, 1, 13, 0, 0, 0));
    }

    @Test
    void aFractionIsOfItsIntervalAndALossOfTheWhole() {
        packets(10, 12);
        received.report(9);
        packets(13, 14);

        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 0, 1, 14, 0, 0, 0));
    }

    @Test
    void aPacketOutOfOrderIsNotLost() {
        packets(10, 12, 11);

        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 0, 0, 12, 0, 0, 0));
    }

    @Test
    void packetsThatCameTwiceMakeTheLossNegative() {
        packets(10, 11, 11, 11);

        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 0, -2, 11, 0, 0, 0));
    }

    @Test
    void theTurnOfTheSequenceIsACycle() {
        packets(0xfffe, 0xffff, 0, 2);

        assertThat(received.report(9)).isEqualTo(new ReceptionReport(9, 51, 1, 0x10002, 0, 0, 0));
    }

    @Test
    void severalTurnsAreSeveralCycles() {
        IntStream.range(0, 3 * 0x10000).forEach(number -> received.packet(number & 0xffff));

        assertThat(received.report(9).highest()).isEqualTo(0x2ffff);
        assertThat(received.report(9).lost()).isZero();
    }

    @Test
    void aLossBeyond24BitsIsAsLargeAsCanBeSaid() {
        for (int cycle = 0; cycle < 300; cycle++) {
            packets(0, 0x7fff, 0xfffe);
        }

        assertThat(received.report(9).lost()).isEqualTo(0x7fffff);
    }

    private void packets(int... sequences) {
        IntStream.of(sequences).forEach(received::packet);
    }
}
