package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StunServiceTest {

    private static final Octets TRANSACTION = Octets.parse(MemoryWire.NONCE);

    private final StunService service = new StunService();

    @Nested
    class Answering {

        @ParameterizedTest
        @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
        void aRequestOfOursIsAnsweredInFullWithinItsSize(String address) throws Exception {
            StunMessage request = binding(Stun.CLIENT).withFingerprint();
            List<byte[]> answers = answers(address, Transport.UDP, request);
            StunMessage answer = read(answers.get(0));

            assertThat(answer.kind()).isEqualTo(StunMessage.Kind.SUCCESS);
            assertThat(answer.transaction()).isEqualTo(TRANSACTION);
            assertThat(answer.first(XorMappedAddress.class))
                    .contains(new XorMappedAddress(new InetSocketAddress(address, 0).getAddress(), 40_000));
            assertThat(answer.first(Software.class)).contains(Software.of("Sallyport"));
            assertThat(answer.first(Fingerprint.class)).isPresent();
            assertThat(answers.get(0)).hasSizeLessThanOrEqualTo(request.wire().length());
        }

        @ParameterizedTest
        @CsvSource({"8, 32", "12, 32", "16, 40", "28, 40", "32, 56"})
        void whatIsNotNeededIsLeftOutOfAShortRequestsAnswer(int software, int answered) throws Exception {
            StunMessage request = software == 0 ? binding() : binding(new Software(Octets.of(new byte[software])));
            List<byte[]> answers = answers("192.0.2.7", Transport.UDP, request);

            assertThat(answers.stream().mapToInt(bytes -> bytes.length).sum()).isEqualTo(answered);
        }

        /** As clients send it that still read MAPPED-ADDRESS, Nmap's script among them. */
        @ParameterizedTest
        @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
        void aHeaderAloneIsAnsweredWithBothMappedAddresses(String address) throws Exception {
            StunMessage answer = read(answers(address, Transport.UDP, binding()).get(0));
            InetAddress mapped = new InetSocketAddress(address, 0).getAddress();

            assertThat(answer.kind()).isEqualTo(StunMessage.Kind.SUCCESS);
            assertThat(answer.first(XorMappedAddress.class)).contains(new XorMappedAddress(mapped, 40_000));
            assertThat(answer.first(MappedAddress.class)).contains(new MappedAddress(mapped, 40_000));
        }

        @Test
        void aHeaderAloneOfAnotherMethodGetsNoLongerAnswer() {
            StunMessage allocate = StunMessage.of(StunMessage.Kind.REQUEST, 0x003, TRANSACTION, List.of());

            assertThat(answers("192.0.2.7", Transport.UDP, allocate)).isEmpty();
        }

        @Test
        void overTcpTheBarestRequestIsAnsweredInFull() throws Exception {
            StunMessage answer =
                    read(answers("192.0.2.7", Transport.TCP, binding()).get(0));

            assertThat(answer.first(XorMappedAddress.class)).isPresent();
            assertThat(answer.first(Software.class)).isPresent();
        }

        @Test
        void whatMustBeUnderstoodAndIsNotIsNamed() throws Exception {
            StunMessage request = binding(
                    new RawAttribute(0x0024, Octets.parse("6e0001ff")),
                    new RawAttribute(0x0003, Octets.parse("00000000")),
                    new RawAttribute(0x8054, Octets.parse("31000000")),
                    Stun.CLIENT);
            StunMessage answer =
                    read(answers("192.0.2.7", Transport.UDP, request).get(0));

            assertThat(answer.kind()).isEqualTo(StunMessage.Kind.ERROR);
            assertThat(answer.first(ErrorCode.class)).contains(ErrorCode.UNKNOWN_ATTRIBUTE);
            assertThat(answer.first(UnknownAttributes.class)).contains(new UnknownAttributes(List.of(0x0024, 0x0003)));
            assertThat(answer.first(Fingerprint.class)).isPresent();
        }

        @Test
        void anotherMethodIsABadRequest() throws Exception {
            StunMessage allocate = StunMessage.of(StunMessage.Kind.REQUEST, 0x003, TRANSACTION, List.of(Stun.CLIENT));
            StunMessage answer =
                    read(answers("192.0.2.7", Transport.UDP, allocate).get(0));

            assertThat(answer.method()).isEqualTo(0x003);
            assertThat(answer.first(ErrorCode.class)).contains(ErrorCode.BAD_REQUEST);
        }

        @ParameterizedTest
        @EnumSource(value = StunMessage.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "REQUEST")
        void whatIsNoRequestIsOverlooked(StunMessage.Kind kind) {
            StunMessage message = StunMessage.of(kind, StunMessage.BINDING, TRANSACTION, List.of(Stun.CLIENT));

            assertThat(answers("192.0.2.7", Transport.TCP, message)).isEmpty();
        }
    }

    @Nested
    class Recognising {

        @Test
        void theCookieAndTheFirstBytesTellStun() throws Exception {
            assertThat(service.recognises(Vectors.bytes("rfc5769-2.1-request.hex")))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0001", "000100002112a4", "000100002112a443", "800000002112a442"})
        void otherBytesAreNot(String head) {
            assertThat(service.recognises(Octets.parse(head).toArray())).isFalse();
        }
    }

    @Test
    void theTransactionIsTheNonce() {
        assertThat(service.nonce(binding())).contains(MemoryWire.NONCE);
    }

    private List<byte[]> answers(String address, Transport transport, StunMessage message) {
        RecordingLine line = new RecordingLine();
        Setting setting = new Setting(
                "",
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("127.0.0.1", 3478),
                new InetSocketAddress(address, 40_000),
                transport,
                Security.NONE);
        new Reception<>(service, setting, line).received(message.wire().toArray());
        return line.sent();
    }

    private static StunMessage binding(StunAttribute... attributes) {
        return StunMessage.of(StunMessage.Kind.REQUEST, StunMessage.BINDING, TRANSACTION, List.of(attributes));
    }

    private static StunMessage read(byte[] bytes) throws Exception {
        return new StunFraming().read(bytes);
    }
}
