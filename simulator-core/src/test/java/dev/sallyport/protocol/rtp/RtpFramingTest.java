package dev.sallyport.protocol.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.rtcp.ReceiverReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtpFramingTest {

    private final RtpDatagram datagram = new RtpDatagram();

    @Nested
    class Datagrams {

        @Test
        void everyFieldIsReadFromItsPlace() throws Exception {
            assertThat(read("plain")).isEqualTo(RtpPacket.of(0, 0x1234, 160, 0xdeadbeef, Octets.parse("010203")));
            assertThat(read("marked").marker()).isTrue();
            assertThat(read("marked").payloadType()).isEqualTo(8);
            assertThat(read("marked").sequence()).isEqualTo(0xffff);
            assertThat(read("csrcs").csrcs()).containsExactly(10, 11);
            assertThat(read("extended").extension()).contains(new RtpExtension(0xbede, Octets.parse("10aa0000")));
            assertThat(read("extended").payload().hex()).isEqualTo("66");
            assertThat(read("padded").payload().hex()).isEqualTo("7777");
            assertThat(read("padded").padding().hex()).isEqualTo("000003");
            assertThat(read("everything").payload().hex()).isEqualTo("99");
        }

        @ParameterizedTest
        @ValueSource(strings = {"plain", "marked", "csrcs", "extended", "padded", "everything"})
        void whatWasReadIsWrittenAsItCame(String name) throws Exception {
            assertThat(datagram.write(read(name))).isEqualTo(vector(name));
        }

        @Test
        void rtcpIsToldByItsType() throws Exception {
            byte[] receiverReport = Octets.parse("80c9000100000001").toArray();

            assertThat(datagram.read(receiverReport))
                    .isEqualTo(new RtcpMessage(List.of(new ReceiverReport(1, List.of()))));
        }

        @ParameterizedTest
        @CsvSource({
            "'',                               byte 0: 0 bytes are no RTP",
            "00000000000000000000000000,       byte 0: 13 bytes are no RTP",
            "80000001,                         byte 4: the header has 12 bytes",
            "81000001000000000000000000,       CSRC list at byte 12: 4 bytes are more than the 1 that follow",
            "900000010000000000000000bede,     extension at byte 12: 4 bytes are more than the 2 that follow",
            "900000010000000000000000bede0001, extension at byte 16: 4 bytes are more than the 0 that follow",
            "a0000001000000000000000000,       'padding at byte 12: 0 bytes, where 1 to 1 can be'",
            "a0000001000000000000000002,       'padding at byte 12: 2 bytes, where 1 to 1 can be'",
            "a00000010000000000000000,         'padding at byte 11: 0 bytes, where 1 to 0 can be'",
            "80c90001000000,                   RTCP packet at byte 0: 8 bytes are more than the 7 that follow"
        })
        void whatIsNoPacketIsRefusedAtItsByte(String hex, String problem) {
            assertThatThrownBy(() -> datagram.read(Octets.parse(hex).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(problem);
        }

        @Test
        void aPacketThatWouldBeReadOtherwiseCannotBeMade() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new RtpPacket(true, 72, 0, 0, 0, List.of(), Optional.empty(), Octets.NONE, Octets.NONE));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RtpPacket(
                            false, 0, 0, 0, 0, List.of(), Optional.empty(), Octets.NONE, Octets.parse("0003")));
        }
    }

    @Nested
    class Frames {

        private final FramedCodec<RtpMessage> stream = new FramedCodec<>(new MediaFrame());

        @Test
        void aPacketStandsBehindItsLengthInTwoBytes() throws Exception {
            byte[] framed = stream.encode(read("plain"));

            assertThat(Octets.of(framed).hex())
                    .isEqualTo("000f" + Octets.of(vector("plain")).hex());
        }

        @Test
        void framesMayBeSplitAnywhereAndNullPacketsStandBetween() throws Exception {
            List<RtpMessage> messages = new ArrayList<>();
            String frame = "000f" + Octets.of(vector("plain")).hex();
            for (byte b : Octets.parse(frame + "0000" + frame).toArray()) {
                messages.addAll(stream.decode(new byte[] {b}));
                assertThat(stream.kept()).isLessThan(17);
            }

            assertThat(messages).containsExactly(read("plain"), new NullPacket(), read("plain"));
        }

        @Test
        void aFrameThatCannotBeMediaIsRefusedBeforeItIsAwaited() {
            assertThatThrownBy(() -> stream.decode(Octets.parse("ffff40").toArray()))
                    .hasMessage("byte 0 after the length: it is no RTP of version 2, and no STUN of that length");
        }

        @Test
        void stunOfAnotherLengthThanItsFrameIsRefusedBeforeItIsAwaited() {
            assertThatThrownBy(() -> stream.decode(Octets.parse("ffff00010044").toArray()))
                    .hasMessageContaining("no STUN of that length");
        }
    }

    private RtpPacket read(String name) throws Exception {
        return (RtpPacket) datagram.read(vector(name));
    }

    private static byte[] vector(String name) throws IOException {
        try (InputStream in = RtpFramingTest.class.getResourceAsStream("packets.txt")) {
            String hex = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length());
            return Octets.parse(hex.replace(" ", "").replace("-", "")).toArray();
        }
    }
}
