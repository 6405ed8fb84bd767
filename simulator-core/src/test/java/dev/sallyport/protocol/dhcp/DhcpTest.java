package dev.sallyport.protocol.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DhcpTest {

    private static final HexVectors VECTORS = new HexVectors(DhcpTest.class, "messages.txt");
    private static final int OPTIONS = 240;

    private final DhcpDatagram datagram = new DhcpDatagram();
    private final DhcpService service = new DhcpService();

    @Nested
    class Datagrams {

        @ParameterizedTest
        @ValueSource(strings = {"inform", "ack"})
        void whatWasReadIsWrittenAsItCame(String name) throws Exception {
            assertThat(datagram.write(datagram.read(VECTORS.named(name)))).isEqualTo(VECTORS.named(name));
        }

        @Test
        void everyFieldIsReadFromItsPlace() throws Exception {
            DhcpMessage ack = datagram.read(VECTORS.named("ack"));

            assertThat(ack.transaction()).isEqualTo(0x01234567);
            assertThat(ack.addresses().client().hex()).isEqualTo("0a01000a");
            assertThat(ack.hardware().address().slice(0, 6).hex()).isEqualTo("020123456789");
            assertThat(ack.options()).extracting(DhcpOption::code).containsExactly(53, 54, 61, 120, 43);
            assertThat(SipServers.read(ack.option(120).orElseThrow()).names()).containsExactly("far1.fabrikam.lab");
            assertThat(CertificateLocation.read(ack.option(43).orElseThrow()))
                    .isEqualTo(CertificateLocation.at("far1.fabrikam.lab"));
        }

        @Test
        void aLongOptionIsWrittenInPartsAndReadAsOne() throws Exception {
            Octets longValue = Octets.of(new byte[600]);
            DhcpMessage inform = datagram.read(VECTORS.named("inform"));
            DhcpMessage message =
                    DhcpMessage.of(2, inform.hardware(), 7, inform.addresses(), List.of(new DhcpOption(43, longValue)));

            assertThat(datagram.write(message)).hasSize(OPTIONS + 3 * 2 + 600 + 1);
            assertThat(datagram.read(datagram.write(message)).option(43)).contains(longValue);
        }

        @ParameterizedTest
        @CsvSource({
            "239, '',       magic cookie at byte 236: 4 bytes are more than the 3 left",
            "240, '',       option at byte 240: 1 bytes are more than the 0 left",
            "240, 350108,   option at byte 243: 1 bytes are more than the 0 left",
            "240, 350208,   option 53 at byte 242: 2 bytes are more than the 1 left",
            "236, 63825364, magic cookie at byte 236: 0x63825364 is not 0x63825363"
        })
        void whatIsNoMessageIsRefusedAtItsByte(int length, String more, String problem) {
            String head =
                    Octets.of(Arrays.copyOf(VECTORS.named("inform"), length)).hex();

            assertThatThrownBy(() -> datagram.read(Octets.parse(head + more).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage(problem);
        }

        @ParameterizedTest
        @CsvSource({
            "'',         encoding at byte 0: 1 bytes are more than the 0 left",
            "010a000001, 'option 120, encoding at byte 0: 1 is not 0, names'",
            "000141,     label at byte 3: 1 bytes are more than the 0 left",
            "0000,       'option 120, name at byte 2: it is empty'",
            "0040,       'option 120, label at byte 2: 64 bytes are more than 63'",
            "00012e00,   'option 120, label at byte 3: ''.'' contains a dot'"
        })
        void whatNamesNoServersIsRefused(String hex, String problem) {
            assertThatThrownBy(() -> SipServers.read(Octets.parse(hex)))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage(problem);
        }

        @Test
        void aLocationMustBeWhole() {
            assertThatThrownBy(() -> CertificateLocation.read(Octets.parse("010141020142030143040144")))
                    .hasMessage("option 43 at byte 12: it has no vendor option 5");
        }
    }

    @Nested
    class Informing {

        @Test
        void theClientAsksAsLyncsDoesAndTheAnswerIsNoLonger() {
            MemoryWire.Told told = walked(UnaryOperator.identity());

            assertThat(told.toFar()).containsExactly(VECTORS.named("inform"));
            assertThat(told.toNear()).containsExactly(VECTORS.named("ack"));
            assertThat(told.toNear().get(0)).hasSizeLessThan(548);
        }

        @Test
        void anothersAnswerIsAwaitedPast() {
            assertThat(walked(ack -> changed(ack, 4, 9)).near().how()).isEqualTo(How.SILENCE);
        }

        @ParameterizedTest
        @CsvSource({
            "12,  9,  a DHCPACK for another client",
            "28,  9,  a DHCPACK for another client",
            "242, 6,  a reply that is no DHCPACK",
            "268, 9,  a DHCPACK without options 120 and 43",
            "270, 1,  a DHCPACK that cannot be read",
            "294, 78, a DHCPACK for no client of Lync"
        })
        void aChangedAnswerIsFoundOut(int place, int value, String problem) {
            MemoryWire.Told told = walked(ack -> changed(ack, place, value));

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains(problem);
        }

        private MemoryWire.Told walked(UnaryOperator<byte[]> towardsNear) {
            return MemoryWire.between(Dhcp.protocol(), List::of, bytes -> List.of(towardsNear.apply(bytes)))
                    .walk("dhcp/inform", Transport.UDP);
        }
    }

    @Nested
    class Answering {

        @Test
        void onlyWhatIsAskedForIsAnswered() throws Exception {
            byte[] inform = changed(VECTORS.named("inform"), OPTIONS + 3 + 19 + 14 + 6, 42);
            DhcpMessage answer = datagram.read(answers(inform).get(0));

            assertThat(answer.options()).extracting(DhcpOption::code).containsExactly(53, 54, 61, 120);
        }

        @Test
        void theLocationIsForLyncsVendorClassAlone() throws Exception {
            byte[] inform = changed(VECTORS.named("inform"), OPTIONS + 3 + 19 + 2, 'X');
            DhcpMessage answer = datagram.read(answers(inform).get(0));

            assertThat(answer.option(43)).isEmpty();
            assertThat(answer.option(120)).isPresent();
        }

        @ParameterizedTest
        @CsvSource({"242, 1", "242, 3", "0, 2"})
        void nothingIsLeasedAndNoReplyAnswered(int place, int value) {
            assertThat(answers(changed(VECTORS.named("inform"), place, value))).isEmpty();
        }

        @Test
        void aClientWithoutAnAddressIsNotAnswered() {
            byte[] inform = VECTORS.named("inform");
            Arrays.fill(inform, 12, 16, (byte) 0);

            assertThat(answers(inform)).isEmpty();
        }

        private List<byte[]> answers(byte[] request) {
            RecordingLine line = new RecordingLine();
            Setting setting = new Setting(
                    "",
                    MemoryWire.FAR,
                    MemoryWire.NEAR,
                    new InetSocketAddress("10.2.0.10", 67),
                    new InetSocketAddress("10.1.0.10", 68),
                    Transport.UDP,
                    Security.NONE);
            new Reception<>(service, setting, line).received(request);
            return line.sent();
        }
    }

    @Nested
    class Recognising {

        @Test
        void aMessageIsToldByItsCookie() {
            assertThat(service.recognises(VECTORS.named("inform"))).isTrue();
            assertThat(service.recognises(VECTORS.named("ack"))).isTrue();
            assertThat(service.recognises(changed(VECTORS.named("ack"), 239, 0)))
                    .isFalse();
            assertThat(service.recognises(changed(VECTORS.named("ack"), 0, 3))).isFalse();
            assertThat(service.recognises(new byte[239])).isFalse();
        }

        @Test
        void onlyAMarkedIdentifierIsAnAttempts() throws Exception {
            byte[] inform = VECTORS.named("inform");

            assertThat(service.nonce(datagram.read(inform))).contains(MemoryWire.NONCE);
            assertThat(service.nonce(datagram.read(changed(inform, OPTIONS + 3 + 2, 1))))
                    .isEmpty();
            assertThat(service.nonce(datagram.read(changed(inform, OPTIONS + 3 + 18, 'X'))))
                    .isEmpty();
        }
    }

    private static byte[] changed(byte[] bytes, int place, int value) {
        byte[] changed = bytes.clone();
        changed[place] = (byte) value;
        return changed;
    }
}
