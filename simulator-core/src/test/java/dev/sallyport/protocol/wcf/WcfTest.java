package dev.sallyport.protocol.wcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.HexVectors;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WcfTest {

    private static final HexVectors VECTORS = new HexVectors(WcfTest.class, "records.txt");
    private static final String VIA = Greeting.via("a.contoso.lab", 881, MemoryWire.NONCE);

    private final FramedCodec<NmfRecord> codec = new FramedCodec<>(new NmfFraming());

    @Nested
    class Records {

        @Test
        void everyRecordIsReadAndWrittenAsItStandsThere() throws Exception {
            assertIs("preamble", new NmfRecord.Preamble(2, "net.tcp://a:881/b?", 8));
            assertIs("upgradeRequest", new NmfRecord.UpgradeRequest("application/ssl-tls"));
            assertIs("upgradeResponse", new NmfRecord.UpgradeResponse());
            assertIs("preambleEnd", new NmfRecord.PreambleEnd());
            assertIs("preambleAck", new NmfRecord.PreambleAck());
            assertIs("envelope", new NmfRecord.Envelope(Octets.parse("000102")));
            assertIs("end", new NmfRecord.End());
            assertIs("fault", new NmfRecord.Fault("x:y"));
        }

        @Test
        void aSizeTakesSevenBitsAByte() {
            byte[] envelope = codec.encode(new NmfRecord.Envelope(Octets.of(new byte[300])));

            assertThat(Octets.of(envelope, 0, 3).hex()).isEqualTo("06ac02");
            assertThat(envelope).hasSize(303);
        }

        @ParameterizedTest
        @CsvSource({
            "04,                     record type at byte 0: 0x04 cannot stand here",
            "06ffffff,               size at byte 1: more than 65536 bytes",
            "0680808080,             size at byte 1: more than 65536 bytes",
            "0980800a,               size at byte 1: more than 256 bytes",
            "000100010202ff11,       size at byte 6: more than 2048 bytes",
            "0002000102020141 0308,  version at byte 1: it is not 1.0",
            "0001000302020141 0308,  record type at byte 3: 0x03 stands where 0x01 must",
            "0001000102020141 0408,  record type at byte 8: 0x04 stands where 0x03 must",
            "0801ff,                 fault at byte 1: it is no UTF-8"
        })
        void whatIsNoRecordIsRefusedAtItsByte(String hex, String problem) {
            assertThatThrownBy(() ->
                            codec.decode(Octets.parse(hex.replace(" ", "")).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(problem);
        }

        private void assertIs(String name, NmfRecord message) throws Exception {
            assertThat(codec.decode(VECTORS.named(name))).containsExactly(message);
            assertThat(codec.encode(message)).isEqualTo(VECTORS.named(name));
        }
    }

    @Nested
    class Walking {

        @Test
        void inClearThePreambleIsOneSegmentAndTlsFollowsTheUpgrade() {
            MemoryWire.Told told = MemoryWire.between(Wcf.protocol()).walk("wcf/preamble", Transport.TCP);

            assertThat(told.textToFar())
                    .startsWith("\0\1\0\1\2\2")
                    .contains("net.tcp://far1.fabrikam.lab:5061/lync?" + MemoryWire.NONCE
                            + "\3\10\11\23application/ssl-tls\14");
            assertThat(told.textToNear()).startsWith("\12\13\6");
            assertThat(told.toFar()).hasSize(5);
        }

        @ParameterizedTest
        @EnumSource(
                value = Security.class,
                names = {"TLS", "MTLS"})
        void insideTlsNothingIsUpgraded(Security security) {
            List<Step<NmfRecord>> ladder =
                    Wcf.protocol().exchanges().get(0).ladder().apply(setting(MemoryWire.NONCE, security));

            assertThat(ladder).hasSize(7).noneMatch(step -> step instanceof Step.StartTls);
        }

        @Test
        void aFaultIsNoAnswer() {
            byte[] fault = codec.encode(new NmfRecord.Fault(NmfRecord.Fault.UPGRADE_INVALID));
            MemoryWire.Told told = MemoryWire.between(Wcf.protocol(), List::of, bytes -> List.of(fault))
                    .walk("wcf/preamble", Transport.TCP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("faults/UpgradeInvalid");
        }
    }

    @Nested
    class Answering {

        private final Answerer<NmfRecord> inClear = new WcfService().answer(setting("", Security.NONE));
        private final Answerer<NmfRecord> insideTls = new WcfService().answer(setting("", Security.MTLS));

        @Test
        void anUpgradeInsideTlsIsRefused() {
            assertThat(insideTls.on(new NmfRecord.Preamble(2, VIA, 8))).isEmpty();
            assertRefused(insideTls.on(new NmfRecord.UpgradeRequest("application/ssl-tls")), "UpgradeInvalid");
        }

        @Test
        void anUpgradeToAnythingElseIsRefused() {
            assertThat(inClear.on(new NmfRecord.Preamble(2, VIA, 8))).isEmpty();
            assertRefused(inClear.on(new NmfRecord.UpgradeRequest("application/negotiate")), "UpgradeInvalid");
        }

        @Test
        void anotherModeIsRefused() {
            assertRefused(inClear.on(new NmfRecord.Preamble(1, VIA, 8)), "UnsupportedMode");
        }

        @Test
        void anotherEnvelopeIsAnsweredWithASoapFault() {
            insideTls.on(new NmfRecord.Preamble(2, "net.tcp://x/y", 8));
            insideTls.on(new NmfRecord.PreambleEnd());

            assertThat(sent(insideTls.on(new NmfRecord.Envelope(Octets.NONE)).get(0)))
                    .isEqualTo(new NmfRecord.Envelope(Greeting.fault()));
        }

        @Test
        void whatComesOutOfOrderEndsTheConnection() {
            assertThat(inClear.on(new NmfRecord.PreambleEnd())).containsExactly(Step.close());
            assertThat(insideTls.on(new NmfRecord.Envelope(Octets.NONE))).containsExactly(Step.close());
        }

        private void assertRefused(List<Step<NmfRecord>> steps, String reason) {
            assertThat(sent(steps.get(0)).toString()).contains("faults/" + reason);
            assertThat(steps.get(1)).isEqualTo(Step.close());
        }

        private NmfRecord sent(Step<NmfRecord> step) {
            return ((Step.Send<NmfRecord>) step).message().get();
        }
    }

    @Nested
    class Recognising {

        private final WcfService service = new WcfService();

        @Test
        void aConnectionBeginsWithItsVersion() {
            assertThat(service.recognises(VECTORS.named("preamble"))).isTrue();
            assertThat(service.recognises(VECTORS.named("end"))).isFalse();
            assertThat(service.recognises(new byte[] {0, 1, 0})).isFalse();
        }

        @Test
        void onlyAViaWithTheWholeNonceIsAnAttempts() {
            assertThat(service.nonce(new NmfRecord.Preamble(2, VIA, 8))).contains(MemoryWire.NONCE);
            assertThat(service.nonce(new NmfRecord.Preamble(2, "net.tcp://a:881/b?c", 8)))
                    .isEmpty();
            assertThat(service.nonce(new NmfRecord.End())).isEmpty();
        }
    }

    private static Setting setting(String nonce, Security security) {
        return new Setting(
                nonce,
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("127.0.0.1", 881),
                new InetSocketAddress("127.0.0.1", 40_000),
                Transport.TCP,
                security);
    }
}
