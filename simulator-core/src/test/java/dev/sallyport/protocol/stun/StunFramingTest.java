package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StunFramingTest {

    private static final String HEADER = "00010000" + "2112a442" + "000000000000000000000000";

    private final StunFraming framing = new StunFraming();
    private final FramedCodec<StunMessage> stream = new FramedCodec<>(framing);

    @ParameterizedTest
    @EnumSource(StunMessage.Kind.class)
    void everyMethodAndKindHasItsType(StunMessage.Kind kind) throws Exception {
        for (int method = 0; method <= 0xfff; method++) {
            StunMessage message = StunMessage.of(kind, method, Octets.of(new byte[12]), List.of());

            assertThat(framing.read(framing.write(message))).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUEST, 0x001, 0001", "SUCCESS, 0x001, 0101", "ERROR, 0x003, 0113", "INDICATION, 0x006, 0016"})
    void typesAreThoseOfTheRegistry(StunMessage.Kind kind, String method, String type) {
        StunMessage message = StunMessage.of(kind, Integer.decode(method), Octets.of(new byte[12]), List.of());

        assertThat(message.wire().hex()).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({
        "40010000 2112a442, message type at byte 0: its first two bits are not zero",
        "00010002 2112a442, message length at byte 2: 2 is not a multiple of 4",
        "00010000 2112a443, magic cookie at byte 4: 0x2112a443 is not 0x2112a442"
    })
    void aHeaderThatIsNoneIsRefusedBeforeTheRestComes(String head, String problem) {
        assertThatThrownBy(() -> stream.decode(bytes(head)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(problem);
        assertThat(stream.kept()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "80220008 61626364,                   attribute 0x8022 at byte 20: 8 bytes are more than the 4 that follow",
        "80220000 00200004 00000000,          attribute 0x0020 at byte 24: 4 bytes are no address",
        "80280004 00000000 80220000,          attribute 0x8028 at byte 20: FINGERPRINT is not the last attribute",
        "80280004 00000000,                   attribute 0x8028 at byte 20: FINGERPRINT 0x00000000 is not that of the bytes"
    })
    void anAttributeThatIsNoneIsRefusedAtItsByte(String attributes, String problem) {
        byte[] body = bytes(attributes);
        byte[] message = bytes(HEADER + attributes.strip());
        message[3] = (byte) body.length;

        assertThatThrownBy(() -> framing.read(message))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void aDatagramIsOneMessage() {
        assertThatThrownBy(() -> framing.read(bytes(HEADER + "00")))
                .hasMessage("message length at byte 2: 21 bytes are not the header and what its length says");
        assertThatThrownBy(() -> framing.read(bytes("0001"))).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void aStreamIsCutByTheHeadersLengthWhereverItWasSplit() throws Exception {
        byte[] request = Vectors.bytes("rfc5769-2.1-request.hex");
        List<StunMessage> messages = new ArrayList<>();
        for (int i = 0; i < 2 * request.length; i++) {
            messages.addAll(stream.decode(new byte[] {request[i % request.length]}));
            assertThat(stream.kept()).isLessThan(request.length);
        }

        assertThat(messages).containsExactly(framing.read(request), framing.read(request));
    }

    @Test
    void whatWasWholeBeforeIsGivenFirstAndWhatFollowsIsDropped() throws Exception {
        assertThat(stream.decode(bytes(HEADER + "ff"))).hasSize(1);
        assertThatThrownBy(() -> stream.decode(bytes(HEADER))).isInstanceOf(MalformedMessageException.class);
        assertThat(stream.decode(bytes(HEADER))).isEmpty();
    }

    @Test
    void whatFollowsIntegrityDoesNotCount() {
        StunMessage message = StunMessage.of(
                        StunMessage.Kind.REQUEST, StunMessage.BINDING, Octets.of(new byte[12]), List.of())
                .withIntegrity(Octets.utf8("key"));
        List<StunAttribute> more = new ArrayList<>(message.attributes());
        more.add(Software.of("added on the way"));
        StunMessage longer = StunMessage.of(message.kind(), message.method(), message.transaction(), more);

        assertThat(longer.first(Software.class)).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return Octets.parse(hex.replace(" ", "")).toArray();
    }
}
