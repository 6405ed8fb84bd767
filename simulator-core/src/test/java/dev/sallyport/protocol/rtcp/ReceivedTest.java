package dev.sallyport.protocol.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of RFC 3550 appendix A.1, A.3 and A.8. */
class ReceivedTest {

    private final Received received = new Received(8_000);

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
        IntStream.range(0, 3 * 0x10000).forEach(number -> packets(number & 0xffff));

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

    @Test
    void whatComesAtItsPaceDoesNotVary() {
        spoken(0, 20_000, 40_000, 60_000);

        assertThat(received.report(9).jitter()).isZero();
    }

    @Test
    void aSixteenthOfEachDifferenceIsJitter() {
        spoken(0, 20_000, 56_000, 60_000);

        // 128 units late, then 128 early: 128, then 128 + 128 - (128 + 8) / 16 = 248 sixteenths.
        assertThat(received.report(9).jitter()).isEqualTo(15);
        assertThat(received.jitterMillis()).isEqualTo(1.875);
    }

    @Test
    void theTurnOfTheTimestampIsNoJitter() {
        received.packet(1, -80, 0);
        received.packet(2, 80, 20_000_000);

        assertThat(received.report(9).jitter()).isZero();
    }

    /** Packets of 20 ms each, arriving at these microseconds. */
    private void spoken(int... arrivals) {
        for (int i = 0; i < arrivals.length; i++) {
            received.packet(i, 160 * i, 7_000_000_000_000L + arrivals[i] * 1_000L);
        }
    }

    private void packets(int... sequences) {
        IntStream.of(sequences).forEach(sequence -> received.packet(sequence, 0, 0));
    }
}
