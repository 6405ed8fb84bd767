package dev.sallyport.protocol.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SrtpTest {

    private static final MasterKey KEY = MasterKey.of(Octets.of(new byte[MasterKey.SIZE]));
    private static final byte[] REPORT = Octets.parse("80c9000100000001").toArray();

    private final SrtpSender sender = new SrtpSender(KEY);
    private final SrtpReceiver receiver = new SrtpReceiver(KEY);

    @Test
    void aChangedReportIsFoundByItsTag() {
        byte[] changed = sender.protectControl(REPORT);
        changed[5] ^= 1;

        assertThatThrownBy(() -> receiver.openControl(changed)).hasMessageStartingWith("SRTCP tag at byte 12: ");
    }

    @Test
    void anotherKeyOpensNothing() {
        SrtpReceiver other = new SrtpReceiver(MasterKey.of(Octets.parse("01" + "00".repeat(29))));

        assertThatThrownBy(() -> other.open(sender.protect(packet(1, 1, new byte[4]))))
                .hasMessageContaining("another key");
    }

    @Test
    void keysOfOtherLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.of(Octets.of(new byte[31])))
                .withMessageContaining("needs 16 and 14");
    }

    @Nested
    class Repeating {

        @Test
        void aPacketThatComesTwiceIsReadOnce() throws Exception {
            byte[] packet = sender.protect(packet(1, 1, new byte[4]));
            byte[] report = sender.protectControl(REPORT);

            assertThat(receiver.open(packet)).isPresent();
            assertThat(receiver.open(packet)).isEmpty();
            assertThat(receiver.openControl(report)).isPresent();
            assertThat(receiver.openControl(report)).isEmpty();
        }

        @Test
        void anOlderOneThatIsNewIsReadAndOneTooOldIsNot() throws Exception {
            byte[] first = sender.protect(packet(1, 1, new byte[4]));
            byte[] second = sender.protect(packet(2, 1, new byte[4]));
            byte[] late = sender.protect(packet(65, 1, new byte[4]));

            assertThat(receiver.open(late)).isPresent();
            assertThat(receiver.open(second)).isPresent();
            assertThat(receiver.open(first)).isEmpty();
        }

        @Test
        void eachSourceIsCountedByItself() throws Exception {
            assertThat(receiver.open(sender.protect(packet(1, 1, new byte[4])))).isPresent();
            assertThat(receiver.open(sender.protect(packet(1, 2, new byte[4])))).isPresent();
        }
    }

    @Nested
    class RollingOver {

        @Test
        void theCounterBehindTheSequenceGoesOn() throws Exception {
            for (int sequence : new int[] {0xfffe, 0xffff, 0, 1}) {
                byte[] packet = packet(sequence, 1, new byte[] {1, 2, 3});

                assertThat(receiver.open(sender.protect(packet))).contains(packet);
            }
        }

        @Test
        void aPacketFromBeforeTheTurnIsStillKnown() throws Exception {
            byte[] before = sender.protect(packet(0xffff, 1, new byte[3]));
            byte[] after = sender.protect(packet(0, 1, new byte[3]));
            byte[] start = new SrtpSender(KEY).protect(packet(0xfffe, 1, new byte[3]));

            assertThat(receiver.open(start)).isPresent();
            assertThat(receiver.open(after)).isPresent();
            assertThat(receiver.open(before)).isPresent();
        }

        @Test
        void theIndexIsTheNearestToTheHighest() {
            PacketWindow window = new PacketWindow();
            window.note(0x2_0005);

            assertThat(window.indexOf(6)).isEqualTo(0x2_0006);
            assertThat(window.indexOf(0xfff0)).isEqualTo(0x1_fff0);
            window.note(0x2_fff0);
            assertThat(window.indexOf(3)).isEqualTo(0x3_0003);
            assertThat(window.indexOf(0xffef)).isEqualTo(0x2_ffef);
        }
    }

    static byte[] packet(int sequence, int ssrc, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) 114).putShort((short) sequence);
        return packet.putInt(160).putInt(ssrc).put(payload).array();
    }
}
