package dev.sallyport.protocol.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpTest {

    private static final Octets NONCE = Octets.parse(MemoryWire.NONCE);
    private static final RtpStream OURS = new RtpStream(MarkedPayload.Mark.INITIATOR, NONCE);
    private static final RtpStream THEIRS = new RtpStream(MarkedPayload.Mark.FAR_END, NONCE);
    private static final RtpDatagram DATAGRAM = new RtpDatagram();

    @Nested
    class Streaming {

        @Test
        void fivePacketsGoEachWayInStreamsOfTheirOwn() throws Exception {
            MemoryWire.Told told = walked(List::of);
            List<RtpPacket> sent = read(told.toFar());
            List<RtpPacket> answered = read(told.toNear());

            assertThat(told.near().stage()).isEqualTo(Stage.STREAM);
            assertThat(sent)
                    .hasSize(5)
                    .extracting(RtpPacket::sequence)
                    .containsExactly(0x123, 0x124, 0x125, 0x126, 0x127);
            assertThat(answered).hasSize(5).extracting(RtpPacket::sequence).isSorted();
            assertThat(sent.get(1).timestamp() - sent.get(0).timestamp()).isEqualTo(160);
            assertThat(answered.get(1).timestamp() - answered.get(0).timestamp())
                    .isEqualTo(160);
            assertThat(answered)
                    .extracting(RtpPacket::ssrc)
                    .containsOnly(~sent.get(0).ssrc());
            assertThat(sent)
                    .allSatisfy(packet -> assertThat(packet.payload().length()).isEqualTo(160));
        }

        @Test
        void numbersTurnOverTheirEnds() {
            RtpStream last = new RtpStream(MarkedPayload.Mark.INITIATOR, Octets.parse("ffffffffffff000000000000"));

            assertThat(last.packet(pcmu(20), 0).sequence()).isEqualTo(0xffff);
            assertThat(last.packet(pcmu(20), 1).sequence()).isZero();
            assertThat(last.packet(pcmu(20), 1).timestamp()).isEqualTo(159);
        }

        @Test
        void aStreamThatStopsEndsInSilenceAtItsPacket() {
            List<byte[]> passed = new ArrayList<>();
            MemoryWire.Told told = walked(bytes -> {
                passed.add(bytes);
                return passed.size() > 3 ? List.of() : List.of(bytes);
            });

            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.near().detail()).contains("answer to RTP packet 4 of 5");
        }

        @Test
        void repeatedAnswersRtcpAndStrangersAreOverlooked() {
            byte[] rtcp = Octets.parse("80c9000100000001").toArray();
            byte[] stranger = DATAGRAM.write(RtpPacket.of(0, 1, 2, 3, Octets.of(new byte[160])));
            byte[] stale = DATAGRAM.write(
                    new RtpStream(MarkedPayload.Mark.FAR_END, Octets.of(new byte[12])).packet(MediaFormat.PCMU, 0));
            MemoryWire.Told told = walked(bytes -> List.of(rtcp, stranger, stale, bytes, bytes));

            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
        }

        @Test
        void ourOwnPacketReflectedIsNoAnswer() {
            MemoryWire.Told told = walked(bytes -> List.of(DATAGRAM.write(OURS.packet(MediaFormat.PCMU, 0))));

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("reflected");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 7, 11, 171})
        void aChangedByteIsFoundOut(int place) {
            MemoryWire.Told told = walked(bytes -> {
                byte[] changed = bytes.clone();
                changed[place] ^= 1;
                return List.of(changed);
            });

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("changed on the way");
        }
    }

    @Nested
    class Answering {

        @Test
        void anInitiatorsPacketIsAnsweredAtItsLength() throws Exception {
            List<byte[]> answers = answers(DATAGRAM.write(OURS.packet(pcmu(40), 2)));

            assertThat(read(answers)).containsExactly(THEIRS.packet(pcmu(40), 2));
            assertThat(answers.get(0)).hasSize(52);
        }

        @Test
        void aStrangersMediaIsNot() {
            assertThat(answers(DATAGRAM.write(RtpPacket.of(0, 1, 2, 3, Octets.of(new byte[160])))))
                    .isEmpty();
            assertThat(answers(DATAGRAM.write(RtpPacket.of(0, 1, 2, 3, Octets.NONE))))
                    .isEmpty();
            assertThat(answers(Octets.parse("80c9000100000001").toArray())).isEmpty();
            assertThat(answers(Octets.parse("00ff").toArray())).isEmpty();
        }

        @Test
        void anAnswerIsNotOrTwoServicesWouldTalkForEver() {
            assertThat(answers(DATAGRAM.write(THEIRS.packet(MediaFormat.PCMU, 0))))
                    .isEmpty();
        }
    }

    @Nested
    class Recognising {

        private final RtpService service = new RtpService();

        @ParameterizedTest
        @ValueSource(strings = {"80", "bf00", "00ac8000", "000100002112a442", "0070000100442112a442"})
        void mediaIsToldByItsFirstBytes(String head) {
            assertThat(service.recognises(Octets.parse(head).toArray())).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "00", "00ac", "000b80", "00ac00", "000300002112a442", "c0", "16030100", "474554"})
        void otherBytesAreNot(String head) {
            assertThat(service.recognises(Octets.parse(head).toArray())).isFalse();
        }

        @Test
        void theNonceIsReadFromEitherEndsPackets() {
            assertThat(service.nonce(OURS.packet(pcmu(20), 0))).contains(MemoryWire.NONCE);
            assertThat(service.nonce(THEIRS.packet(pcmu(20), 0))).contains(MemoryWire.NONCE);
            assertThat(service.nonce(RtpPacket.of(0, 1, 2, 3, NONCE))).isEmpty();
        }
    }

    private static MediaFormat pcmu(int length) {
        return new MediaFormat("RTP", 0, 5, length, 1, 160, 8_000);
    }

    private static MemoryWire.Told walked(Function<byte[], List<byte[]>> towardsNear) {
        return MemoryWire.between(Rtp.protocol(), List::of, towardsNear).walk("rtp/stream", Transport.UDP);
    }

    private static List<byte[]> answers(byte[] datagram) {
        RecordingLine line = new RecordingLine();
        Setting setting = new Setting(
                "",
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("127.0.0.1", 50_000),
                new InetSocketAddress("127.0.0.1", 40_000),
                Transport.UDP,
                Security.NONE);
        new Reception<>(new RtpService(), setting, line).received(datagram);
        return line.sent();
    }

    private static List<RtpPacket> read(List<byte[]> datagrams) throws Exception {
        List<RtpPacket> packets = new ArrayList<>();
        for (byte[] bytes : datagrams) {
            packets.add((RtpPacket) DATAGRAM.read(bytes));
        }
        return packets;
    }
}
