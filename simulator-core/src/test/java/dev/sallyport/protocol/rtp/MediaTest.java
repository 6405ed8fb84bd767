package dev.sallyport.protocol.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.StreamSeen;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.ice.IceCheck;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.rtcp.ReceiverReport;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.StunFraming;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.stun.XorMappedAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {

    private static final Octets NONCE = Octets.parse(MemoryWire.NONCE);
    private static final IceCredentials CREDENTIALS = new IceCredentials(NONCE);

    @Nested
    class OnTheWire {

        @ParameterizedTest
        @CsvSource({"rtp/audio, UDP, 114, 5, 95", "rtp/audio, TCP, 114, 5, 95", "rtp/video, UDP, 122, 6, 1400"})
        void checksComeFirstThenMediaThenAReport(
                String exchange, Transport transport, int payloadType, int packets, int size) {
            List<byte[]> sent = unframed(walked(exchange, transport).toFar(), transport);

            assertThat(sent).hasSize(2 + packets + 1);
            assertThat(sent.subList(0, 2))
                    .allSatisfy(bytes -> assertThat(bytes[0]).isZero());
            assertThat(sent.subList(2, 2 + packets)).allSatisfy(bytes -> {
                assertThat(bytes[0]).isEqualTo((byte) 0x80);
                assertThat(bytes[1] & 0x7f).isEqualTo(payloadType);
                assertThat(bytes).hasSize(size);
            });
            assertThat(sent.get(2 + packets)[1] & 0xff).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"192.0.2.1, 576", "192.0.2.1, 1300", "2001:db8::1, 1300"})
        void videoFillsThePacketsItKeepsTo(String remote, int limit) {
            InetSocketAddress peer = new InetSocketAddress(remote, 50_000);
            Setting setting = new Setting(
                    MemoryWire.NONCE,
                    MemoryWire.NEAR,
                    MemoryWire.FAR,
                    peer,
                    peer,
                    Transport.UDP,
                    Security.NONE,
                    Optional.empty(),
                    Optional.of(limit));
            int headers = (remote.contains(":") ? 40 : 20) + 8 + 12 + 10;

            assertThat(MediaFormat.VIDEO.within(setting).payload()).isEqualTo(limit - headers);
        }

        @Test
        void applicationSharingIsDataOverTcp() {
            List<byte[]> sent = unframed(walked("rtp/appshare", Transport.TCP).toFar(), Transport.TCP);

            assertThat(sent.subList(2, 7)).allSatisfy(bytes -> {
                assertThat(bytes[1]).isEqualTo((byte) 127);
                assertThat(bytes).hasSize(12 + 1200 + 10);
            });
        }

        @Test
        void aPictureIsThreePacketsOfOneTimeTheLastMarked() {
            List<byte[]> sent = walked("rtp/video", Transport.UDP).toFar().subList(2, 8);

            assertThat(sent).extracting(bytes -> bytes[1] < 0).containsExactly(false, false, true, false, false, true);
            assertThat(sent)
                    .extracting(bytes -> Octets.of(bytes, 4, 4).hex())
                    .containsExactly("456789ab", "456789ab", "456789ab", "45679563", "45679563", "45679563");
        }

        @Test
        void payloadsAreNotReadableAndDifferBothWays() {
            MemoryWire.Told told = walked("rtp/audio", Transport.UDP);

            assertThat(told.textToFar()).doesNotContain("SLY");
            assertThat(told.textToNear()).doesNotContain("SLY");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ice/check", "rtp/audio", "rtp/video"})
        void noAnswerIsLongerThanWhatItAnswers(String exchange) {
            MemoryWire.Told told = walked(exchange, Transport.UDP);

            assertThat(told.toNear()).hasSameSizeAs(told.toFar());
            for (int i = 0; i < told.toFar().size(); i++) {
                assertThat(told.toNear().get(i).length)
                        .isLessThanOrEqualTo(told.toFar().get(i).length);
            }
        }
    }

    @Nested
    class Faults {

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 7, 11, 40, 94})
        void aChangedByteIsFoundByTheTagAtTheFarEnd(int place) {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol(), changingMedia(place), List::of)
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.malformedAtFar())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("SRTP tag at byte 85: "));
            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.near().detail()).contains("answer to audio packet 1 of 5");
        }

        @Test
        void aChangedByteIsFoundByTheTagAtTheNearEnd() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol(), List::of, changingMedia(40))
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("SRTP tag at byte 85");
        }

        @Test
        void largePacketsThatGetLostAreNamedWhereSmallOnesPass() {
            MemoryWire.Told told = MemoryWire.between(
                            Rtp.protocol(), bytes -> bytes.length > 1300 ? List.<byte[]>of() : List.of(bytes), List::of)
                    .walk("rtp/video", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.near().stage()).isEqualTo(Stage.REPLY);
            assertThat(told.near().detail()).contains("answer to video packet 1 of 6");
        }

        @Test
        void checksThatPassWithMediaThatDoesNotEndInSilence() {
            MemoryWire.Told told = MemoryWire.between(
                            Rtp.protocol(), bytes -> bytes[0] < 0 ? List.<byte[]>of() : List.of(bytes), List::of)
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.nonces()).containsExactly(MemoryWire.NONCE);
        }

        @Test
        void packetsThatComeTwiceAreReadOnce() {
            MemoryWire.Told told = MemoryWire.between(
                            Rtp.protocol(), bytes -> List.of(bytes, bytes), bytes -> List.of(bytes, bytes))
                    .walk("rtp/video", Transport.UDP);

            assertThat(told.near().detail()).isEmpty();
            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.malformedAtFar()).isEmpty();
        }

        @Test
        void aChangedCheckIsMalformedAtTheFarEnd() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol(), bytes -> List.of(changed(bytes, 24)), List::of)
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.malformedAtFar())
                    .hasValueSatisfying(why -> assertThat(why).contains("FINGERPRINT"));
        }

        @Test
        void aCheckReflectedIsNoAnswer() {
            List<byte[]> sent = new ArrayList<>();
            MemoryWire.Told told = MemoryWire.between(
                            Rtp.connectivity(),
                            bytes -> {
                                sent.add(bytes);
                                return List.of(bytes);
                            },
                            bytes -> List.of(sent.get(0)))
                    .walk("ice/check", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("reflected");
        }

        private Function<byte[], List<byte[]>> changingMedia(int place) {
            return bytes -> List.of(bytes[0] < 0 ? changed(bytes, place) : bytes);
        }

        private byte[] changed(byte[] bytes, int place) {
            byte[] changed = bytes.clone();
            changed[place] ^= 1;
            return changed;
        }
    }

    @Nested
    class Reporting {

        @Test
        void theFarEndTellsWhatItReceived() throws Exception {
            MediaDatagram near = new MediaDatagram();
            near.write(new StunPacket(IceCheck.first(CREDENTIALS)));
            List<byte[]> answered = walked("rtp/audio", Transport.UDP).toNear();

            RtcpMessage report = (RtcpMessage) near.read(answered.get(7));
            RtpStream ours = new RtpStream(MarkedPayload.Mark.INITIATOR, NONCE);

            assertThat(new Reports(ours, 16_000).told(report)).hasValueSatisfying(told -> {
                assertThat(told.highest()).isEqualTo(ours.sequence(4));
                assertThat(told.lost()).isZero();
                assertThat(told.ssrc()).isEqualTo(ours.ssrc());
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"rtp/audio", "rtp/video", "rtp/stream"})
        void mediaGoesAtItsPaceSoNothingVariesOnAnEvenWay(String exchange) {
            MemoryWire.Told told = walked(exchange, Transport.UDP);

            assertThat(told.streamAtFar()).hasValueSatisfying(seen -> {
                assertThat(seen.received()).isEqualTo(exchange.equals("rtp/video") ? 6 : 5);
                assertThat(seen.lost()).isZero();
                assertThat(seen.jitterMillis()).isZero();
            });
        }

        @Test
        void aWayThatIsSlowButEvenDoesNotVary() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol())
                    .slowTowardsFar(number -> Duration.ofMillis(250))
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.streamAtFar().orElseThrow().jitterMillis()).isZero();
        }

        @Test
        void aLatePacketVariesAndTheFarEndTellsSo() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol())
                    .slowTowardsFar(number -> Duration.ofMillis(number == 4 ? 16 : 0))
                    .walk("rtp/audio", Transport.UDP);

            // The third of five, 256 ticks of 1/16000 s late, then early: 256, 496, 465 sixteenths.
            double millis = 29 / 16.0;
            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.streamAtFar().orElseThrow().jitterMillis()).isEqualTo(millis);
            assertThat(told.streamAtNear().orElseThrow().told()).contains(new StreamSeen.Told(0, millis));
        }

        @Test
        void answersThatOvertakeEachOtherAreStillAnswers() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol())
                    .slowTowardsFar(number -> Duration.ofMillis(number == 4 ? 30 : 0))
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.near().detail()).isEmpty();
            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.streamAtNear().orElseThrow().lost()).isZero();
        }

        @Test
        void aStrangersReportIsNotAnswered() {
            Visit visit = new Visit(Transport.UDP);
            RtpDatagram clear = new RtpDatagram();

            visit.comes(clear.write(new RtcpMessage(List.of(new ReceiverReport(1, List.of())))));

            assertThat(visit.answers()).isEmpty();
        }
    }

    @Nested
    class TheNextPort {

        @ParameterizedTest
        @ValueSource(strings = {"rtp/audio", "rtp/video"})
        void takesTheReportsAndTellsOfTheMedia(String exchange) {
            List<byte[]> beside = new ArrayList<>();
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol())
                    .reportingBeside(bytes -> {
                        beside.add(bytes);
                        return List.of(bytes);
                    })
                    .walk(exchange, Transport.UDP);

            assertThat(told.near().detail()).isEmpty();
            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.streamAtNear().orElseThrow().told()).contains(new StreamSeen.Told(0, 0));
            assertThat(beside).extracting(bytes -> bytes[0] & 0xff).containsExactly(0, 0x81);
            assertThat(told.toFar()).noneMatch(bytes -> (bytes[1] & 0xff) == 200);
        }

        @Test
        void thatIsClosedIsNamed() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol())
                    .reportingBeside(bytes -> List.of())
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.near().detail()).contains("from RTCP port 5062");
        }

        @Test
        void thatLosesReportsAloneIsNamed() {
            MemoryWire.Told told = MemoryWire.between(Rtp.protocol())
                    .reportingBeside(bytes -> bytes[0] < 0 ? List.<byte[]>of() : List.of(bytes))
                    .walk("rtp/audio", Transport.UDP);

            assertThat(told.near().detail()).contains("report of the far end from RTCP port 5062");
        }
    }

    @Nested
    class OnePort {

        @Test
        void aPlainBindingIsAnsweredOverUdp() throws Exception {
            Visit visit = new Visit(Transport.UDP);

            visit.comes(binding().wire().toArray());

            assertThat(visit.answers()).hasSize(1);
            assertThat(new StunFraming().read(visit.answers().get(0)).first(XorMappedAddress.class))
                    .isPresent();
        }

        @Test
        void aPlainBindingIsAnsweredUnframedOverTcpInWhateverPiecesItComes() throws Exception {
            Visit visit = new Visit(Transport.TCP);

            for (byte b : binding().wire().toArray()) {
                visit.comes(new byte[] {b});
            }

            assertThat(new StunFraming().read(visit.answers().get(0)).kind()).isEqualTo(StunMessage.Kind.SUCCESS);
        }

        @Test
        void aFrameOfOneByteIsRefused() {
            Visit visit = new Visit(Transport.TCP);

            visit.comes(Octets.parse("0001800000000000").toArray());

            assertThat(visit.malformed()).startsWith("length at byte 0");
        }

        @Test
        void aStrangersCheckIsRefused() throws Exception {
            Visit visit = new Visit(Transport.UDP);
            StunMessage check = StunMessage.of(
                            StunMessage.Kind.REQUEST,
                            StunMessage.BINDING,
                            NONCE,
                            List.of(Username.of("evtj:h6vYsomebodyelse")))
                    .withIntegrity(Octets.utf8("unknown"))
                    .withFingerprint();

            visit.comes(check.wire().toArray());

            assertThat(new StunFraming().read(visit.answers().get(0)).first(ErrorCode.class))
                    .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(401));
        }

        @Test
        void aCheckTooShortForItsAnswerGetsNone() {
            Visit visit = new Visit(Transport.UDP);

            visit.comes(StunMessage.of(StunMessage.Kind.REQUEST, StunMessage.BINDING, NONCE, List.of(Username.of("a")))
                    .wire()
                    .toArray());

            assertThat(visit.answers()).isEmpty();
        }

        @Test
        void afterACheckMediaInClearIsMalformedButThatOfAnAttemptInClear() {
            Visit visit = new Visit(Transport.UDP);
            RtpStream stream = new RtpStream(MarkedPayload.Mark.INITIATOR, Octets.of(new byte[12]));
            RtpDatagram clear = new RtpDatagram();

            visit.comes(IceCheck.first(CREDENTIALS).wire().toArray());
            visit.comes(clear.write(stream.packet(MediaFormat.PCMU, 0)));
            assertThat(visit.malformed()).isEmpty();
            visit.comes(clear.write(RtpPacket.of(0, 1, 2, 3, Octets.of(new byte[160]))));

            assertThat(visit.answers()).hasSize(2);
            assertThat(visit.malformed()).startsWith("SRTP tag at byte 162");
        }

        @Test
        void aNewAttemptFromTheSamePortHasKeysOfItsOwn() {
            Visit visit = new Visit(Transport.UDP);
            for (String nonce : List.of(MemoryWire.NONCE, "00112233445566778899aabb")) {
                MediaDatagram near = new MediaDatagram();
                RtpStream stream = new RtpStream(MarkedPayload.Mark.INITIATOR, Octets.parse(nonce));
                visit.comes(near.write(new StunPacket(IceCheck.first(new IceCredentials(Octets.parse(nonce))))));
                visit.comes(near.write(stream.packet(MediaFormat.AUDIO, 0)));
            }

            assertThat(visit.answers()).hasSize(4);
            assertThat(visit.malformed()).isEmpty();
        }

        private StunMessage binding() {
            return StunMessage.of(
                    StunMessage.Kind.REQUEST,
                    StunMessage.BINDING,
                    NONCE,
                    List.of(dev.sallyport.protocol.stun.Software.of("a client of somebody else")));
        }
    }

    private static final class Visit {
        private final RecordingLine line = new RecordingLine();
        private final Reception<RtpMessage> reception;

        Visit(Transport transport) {
            Setting setting = new Setting(
                    "",
                    MemoryWire.FAR,
                    MemoryWire.NEAR,
                    new InetSocketAddress("127.0.0.1", 50_000),
                    new InetSocketAddress("127.0.0.1", 40_000),
                    transport,
                    Security.NONE);
            reception = new Reception<>(new RtpService(), setting, line);
        }

        void comes(byte[] bytes) {
            reception.received(bytes);
        }

        List<byte[]> answers() {
            return line.sent();
        }

        String malformed() {
            return reception.malformed().orElse("");
        }
    }

    private static MemoryWire.Told walked(String exchange, Transport transport) {
        return MemoryWire.between(exchange.startsWith("ice") ? Rtp.connectivity() : Rtp.protocol())
                .walk(exchange, transport);
    }

    private static List<byte[]> unframed(List<byte[]> sent, Transport transport) {
        return transport == Transport.UDP
                ? sent
                : sent.stream()
                        .map(bytes -> Octets.of(bytes, 2, bytes.length - 2).toArray())
                        .toList();
    }
}
