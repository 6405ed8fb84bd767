package dev.sallyport.protocol.smb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.HexVectors;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmbTest {

    private static final HexVectors VECTORS = new HexVectors(SmbTest.class, "messages.txt");

    private final FramedCodec<SmbMessage> codec = new FramedCodec<>(new SmbFrame());
    private final SmbService service = new SmbService();

    @Nested
    class Frames {

        @ParameterizedTest
        @ValueSource(strings = {"offer", "request", "response", "setup", "refusal", "keepAlive"})
        void whatWasReadIsWrittenAsItCame(String name) throws Exception {
            assertThat(codec.encode(codec.decode(VECTORS.named(name)).get(0))).isEqualTo(VECTORS.named(name));
        }

        @Test
        void everyFieldIsReadFromItsPlace() throws Exception {
            NegotiateRequest request = (NegotiateRequest) smb2("request").body();
            NegotiateResponse response = (NegotiateResponse) smb2("response").body();

            assertThat(codec.decode(VECTORS.named("offer")))
                    .containsExactly(new SmbMessage.Offer(List.of("NT LM 0.12", "SMB 2.002", "SMB 2.???")));
            assertThat(smb2("request").header().messageId()).isEqualTo(1);
            assertThat(request.dialects()).containsExactly(0x0202, 0x0210, 0x0300, 0x0302);
            assertThat(response.dialect()).isEqualTo(0x0302);
            assertThat(response.most()).isEqualTo(new NegotiateResponse.Most(8 << 20, 8 << 20, 8 << 20));
            assertThat(response.token().hex()).isEqualTo("6076");
            assertThat(smb2("refusal").header().status()).isEqualTo(Smb2Header.ACCESS_DENIED);
        }

        @ParameterizedTest
        @CsvSource({
            "00ffffff,             length at byte 1: 16777215 bytes are more than 131072",
            "00000004474554 20,    protocol id at byte 4: it is none of SMB's",
            "00000000,             protocol id at byte 0: 4 bytes are more than the 0 left",
            "00000006fe534d42 4100, StructureSize at byte 4: 65 is not 64",
            "00000005ff534d4272,   header at byte 5: byte 32 is none of the 5"
        })
        void whatIsNoFrameIsRefusedAtItsByte(String hex, String problem) {
            assertThatThrownBy(() ->
                            codec.decode(Octets.parse(hex.replace(" ", "")).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(problem);
        }

        private SmbMessage.Smb2 smb2(String name) throws Exception {
            return (SmbMessage.Smb2) codec.decode(VECTORS.named(name)).get(0);
        }
    }

    @Nested
    class Negotiating {

        @Test
        void theClientSpeaksAsWindowsServer2012R2() {
            MemoryWire.Told told = MemoryWire.between(Smb.protocol()).walk("smb/negotiate", Transport.TCP);

            assertThat(told.toFar()).containsExactly(VECTORS.named("offer"), VECTORS.named("request"));
        }

        @Test
        void theServerNamesTheLatestRevision() throws Exception {
            MemoryWire.Told told = MemoryWire.between(Smb.protocol()).walk("smb/negotiate", Transport.TCP);

            assertThat(told.toNear())
                    .extracting(bytes -> ((NegotiateResponse)
                                    ((SmbMessage.Smb2) codec.decode(bytes).get(0)).body())
                            .dialect())
                    .containsExactly(0x02ff, 0x0302);
        }

        @Test
        void aRefusalIsNoAnswer() {
            MemoryWire.Told told = MemoryWire.between(
                            Smb.protocol(), List::of, bytes -> List.of(VECTORS.named("refusal")))
                    .walk("smb/negotiate", Transport.TCP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("SMB2 answer of command 1, status 0xc0000022");
        }
    }

    @Nested
    class Answering {

        private final RecordingLine line = new RecordingLine();
        private final Reception<SmbMessage> reception = new Reception<>(
                service,
                new Setting(
                        "",
                        MemoryWire.FAR,
                        MemoryWire.NEAR,
                        new InetSocketAddress("127.0.0.1", 445),
                        new InetSocketAddress("127.0.0.1", 40_000),
                        Transport.TCP,
                        Security.NONE),
                line);

        @ParameterizedTest
        @CsvSource({"0202, 0x0202", "02021002, 0x0210", "00030210, 0x0300", "1103020300030210, 0x0302"})
        void theLatestOfTheOfferedIsTaken(String dialects, String taken) throws Exception {
            String head = Octets.of(VECTORS.named("request")).hex();
            String frame = head.substring(8, head.length() - 16).replace("24000400", "2400%02x00") + dialects;
            String request = String.format("%08x" + frame, frame.length() / 2 - 1, dialects.length() / 4);
            reception.received(Octets.parse(request).toArray());

            assertThat(answered(0).header().messageId()).isEqualTo(1);
            assertThat(((NegotiateResponse) answered(0).body()).dialect()).isEqualTo(Integer.decode(taken));
        }

        @Test
        void aSessionIsRefused() throws Exception {
            reception.received(VECTORS.named("request"));
            reception.received(VECTORS.named("keepAlive"));
            reception.received(VECTORS.named("setup"));

            assertThat(line.sent().get(1)).isEqualTo(VECTORS.named("refusal"));
            assertThat(line.closed()).isFalse();
        }

        @Test
        void whatNeedsASessionIsRefusedOtherwise() throws Exception {
            byte[] treeConnect = VECTORS.named("setup");
            treeConnect[16] = 3;
            reception.received(treeConnect);

            assertThat(answered(0).header().status()).isEqualTo(Smb2Header.SESSION_DELETED);
            assertThat(answered(0).header().command()).isEqualTo(3);
        }

        @Test
        void aRevisionOfTheFutureAloneIsNotSupported() throws Exception {
            String request = Octets.of(VECTORS.named("request")).hex().replace("02021002", "11031103");
            reception.received(
                    Octets.parse(request.replace("00030203", "11031103")).toArray());

            assertThat(answered(0).header().status()).isEqualTo(Smb2Header.NOT_SUPPORTED);
        }

        @Test
        void aClientOfSmb1AloneIsHungUpOn() {
            reception.received(codec.encode(new SmbMessage.Offer(List.of("NT LM 0.12"))));

            assertThat(line.sent()).isEmpty();
            assertThat(line.closed()).isTrue();
        }

        @Test
        void aClientOfTheFirstSmb2IsAnsweredAtOnce() throws Exception {
            reception.received(codec.encode(new SmbMessage.Offer(List.of("NT LM 0.12", "SMB 2.002"))));

            assertThat(((NegotiateResponse) answered(0).body()).dialect()).isEqualTo(0x0202);
        }

        @Test
        void aSecondNegotiationEndsTheConnection() {
            reception.received(VECTORS.named("request"));
            reception.received(VECTORS.named("request"));

            assertThat(line.sent()).hasSize(1);
            assertThat(line.closed()).isTrue();
        }

        private SmbMessage.Smb2 answered(int which) throws MalformedMessageException {
            return (SmbMessage.Smb2) codec.decode(line.sent().get(which)).get(0);
        }
    }

    @Nested
    class Recognising {

        @Test
        void bothProtocolsAreToldByTheirIds() {
            assertThat(service.recognises(VECTORS.named("offer"))).isTrue();
            assertThat(service.recognises(VECTORS.named("request"))).isTrue();
            assertThat(service.recognises(new byte[] {0, 0, 0, 5, (byte) 0xfd, 'S', 'M', 'B'}))
                    .isFalse();
            assertThat(service.recognises(new byte[] {0, 0, 0, 5, (byte) 0xfe, 'S', 'M'}))
                    .isFalse();
        }

        @Test
        void onlyAMarkedGuidIsAnAttempts() throws Exception {
            byte[] stranger = VECTORS.named("request");
            stranger[4 + 64 + 12 + 12] = 0;

            assertThat(service.nonce(codec.decode(VECTORS.named("request")).get(0)))
                    .contains(MemoryWire.NONCE);
            assertThat(service.nonce(codec.decode(stranger).get(0))).isEmpty();
        }
    }
}
