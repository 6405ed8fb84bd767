package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.exchange.MalformedMessageException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipCodecTest {

    private static final byte[] OPTIONS = Messages.request("OPTIONS", "a@b", "");

    private final SipCodec codec = new SipCodec();

    @Nested
    class Framing {

        @Test
        void aWholeMessageKeepsItsBytes() throws Exception {
            SipRequest request = (SipRequest) Messages.read(OPTIONS);

            assertThat(request.method()).isEqualTo("OPTIONS");
            assertThat(request.uri()).isEqualTo("sip:service@10.2.0.10:5068");
            assertThat(request.refusal()).isEmpty();
            assertThat(codec.encode(request)).isEqualTo(OPTIONS);
        }

        @Test
        void severalMessagesInOneSegmentComeInOrder() throws Exception {
            byte[] both = joined(OPTIONS, Messages.withBody("MESSAGE", "c@d", "text/plain", "hello"));

            List<SipMessage> messages = codec.decode(both);

            assertThat(messages).extracting(SipMessage::toString).allMatch(text -> text.endsWith("10.2.0.10:5068"));
            assertThat(messages).hasSize(2);
            assertThat(((SipRequest) messages.get(1)).body()).isEqualTo("hello");
        }

        @Test
        void aBodyIsAwaited() throws Exception {
            byte[] message = Messages.withBody("MESSAGE", "c@d", "text/plain", "hello");

            assertThat(codec.decode(Arrays.copyOf(message, message.length - 1))).isEmpty();
            assertThat(codec.decode(new byte[] {'o'})).hasSize(1);
        }

        @Test
        void aBodyMayLookLikeAMessage() throws Exception {
            String inner = new String(OPTIONS, StandardCharsets.ISO_8859_1);

            SipRequest request = (SipRequest) Messages.read(Messages.withBody("MESSAGE", "c@d", "message/sip", inner));

            assertThat(request.body()).isEqualTo(inner);
        }

        @Test
        void compactNamesAreReadInFull() throws Exception {
            SipRequest request = (SipRequest) Messages.read(Messages.bytes(
                    "MESSAGE sip:a@b SIP/2.0",
                    "v: SIP/2.0/TCP h;branch=z9hG4bK1",
                    "f: <sip:a@b>;tag=1",
                    "t: <sip:a@b>",
                    "i: x@y",
                    "CSeq: 1 MESSAGE",
                    "c: text/plain",
                    "l: 3",
                    "",
                    "a"));

            assertThat(request.identifiers().callId()).isEqualTo("x@y");
            assertThat(request.identifiers().branch()).isEqualTo("z9hG4bK1");
            assertThat(request.headers().value("content-type")).isEqualTo("text/plain");
            assertThat(request.body()).isEqualTo("a\r\n");
        }

        @Test
        void aFoldedHeaderIsOneLine() throws Exception {
            SipRequest request = (SipRequest)
                    Messages.read(Messages.request("OPTIONS", "a@b", "", "Subject: one", " two", "\tthree"));

            assertThat(request.headers().value("Subject")).isEqualTo("one two three");
        }

        @Test
        void aResponseHasItsCodeAndReason() throws Exception {
            SipResponse response = (SipResponse) Messages.read(response("SIP/2.0 403 Forbidden"));

            assertThat(response.status()).isEqualTo("403 Forbidden");
            assertThat(response.answers("z9hG4bK1", "OPTIONS")).isTrue();
            assertThat(response.answers("z9hG4bK1", "BYE")).isFalse();
        }

        @Test
        void aReasonMayBeMissing() throws Exception {
            assertThat(((SipResponse) Messages.read(response("SIP/2.0 200"))).status())
                    .isEqualTo("200");
            assertThat(((SipResponse) Messages.read(response("SIP/2.0 200 "))).status())
                    .isEqualTo("200");
        }
    }

    @Nested
    class KeepAlives {

        @Test
        void twoLineEndsBetweenMessagesAreAPing() throws Exception {
            byte[] all = joined(OPTIONS, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), OPTIONS);

            assertThat(codec.decode(all)).hasSize(3).element(1).isEqualTo(KeepAlive.PING);
        }

        @Test
        void aPongIsSkipped() throws Exception {
            assertThat(codec.decode("\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                    .isEmpty();
            assertThat(codec.decode(OPTIONS)).hasSize(1);
        }

        @Test
        void aPingMayComeByteByByte() throws Exception {
            assertThat(codec.decode(new byte[] {'\r'})).isEmpty();
            assertThat(codec.decode(new byte[] {'\n'})).isEmpty();
            assertThat(codec.decode(new byte[] {'\r'})).isEmpty();
            assertThat(codec.decode(new byte[] {'\n'})).containsExactly(KeepAlive.PING);
        }
    }

    @Nested
    class Bounds {

        @Test
        void headersWithoutEndAreRefusedAtTheBound() {
            byte[] endless = new byte[SipCodec.LONGEST_HEAD + 1];
            Arrays.fill(endless, (byte) 'a');

            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> codec.decode(endless))
                    .withMessage("headers at byte 65536: no empty line in 65536 bytes ends them");
        }

        @Test
        void aBodyBeyondTheBoundIsRefusedBeforeItComes() {
            byte[] announced = changed(OPTIONS, "Content-Length: 0", "Content-Length: 1048577");

            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> codec.decode(announced))
                    .withMessageContaining("Content-Length \"1048577\"")
                    .withMessageEndingWith("beyond the bound of 1048576 bytes");
        }

        @Test
        void aNumberTooLongForAnIntegerIsRefusedToo() {
            byte[] announced = changed(OPTIONS, "Content-Length: 0", "Content-Length: 99999999999999999999");

            assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> codec.decode(announced));
        }
    }

    @Nested
    class Malformed {

        @Test
        void theContentLengthCannotBeMissing() {
            assertMalformed(changed(OPTIONS, "Content-Length: 0\r\n", ""))
                    .withMessageContaining("Content-Length is missing; over TCP");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "-1", "+1", "1 2", "", "0x10"})
        void aContentLengthThatIsNoNumberIsNamedWithItsPlace(String value) {
            byte[] bytes = changed(OPTIONS, "Content-Length: 0", "Content-Length: " + value);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Content-Length");

            assertMalformed(bytes)
                    .withMessage("header Content-Length \"" + value + "\" at byte " + at + ": not a number of bytes");
        }

        @Test
        void twoContentLengthsThatDifferAreRefused() {
            assertMalformed(changed(OPTIONS, "Content-Length: 0", "Content-Length: 0\r\nl: 5"))
                    .withMessageContaining("header Content-Length \"5\"")
                    .withMessageContaining("contradicts the one at byte");
        }

        @ParameterizedTest
        @CsvSource({"Via", "From", "To", "Call-ID", "CSeq"})
        void aHeaderThatEveryoneNeedsCannotBeMissing(String name) {
            assertMalformed(changed(OPTIONS, name + ":", "X-Gone:"))
                    .withMessageMatching("headers up to byte \\d+: " + name + " is missing.*");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Via: SIP/2.0/TCP|Via",
                    "From: <sip:a@b|From",
                    "To: \"a <sip:a@b>|To",
                    "CSeq: x OPTIONS|CSeq",
                    "CSeq: 99999999999 OPTIONS|CSeq",
                    "Call-ID: a b|Call-ID"
                })
        void aHeaderThatEveryoneNeedsIsNamedWithValueAndPlace(String line, String name) {
            String text = new String(OPTIONS, StandardCharsets.ISO_8859_1);
            int at = text.indexOf("\r\n" + name + ":") + 2;
            String whole = text.substring(at, text.indexOf("\r\n", at));

            assertMalformed(changed(OPTIONS, whole, line))
                    .withMessageContaining("header " + name + " \"")
                    .withMessageContaining("\" at byte " + at + ": ")
                    .withMessageNotContainingAny("[C@", "gov.nist");
        }

        @Test
        void theSameHeaderTwiceIsRefusedWhereItMayStandOnce() {
            assertMalformed(changed(OPTIONS, "CSeq: 1 OPTIONS", "CSeq: 1 OPTIONS\r\nCSeq: 2 OPTIONS"))
                    .withMessageContaining("stands a second time");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 403 Forbidden",
                    "GET / HTTP/1.1",
                    "SIP/2.0 99 Early",
                    "SIP/2.0 700 Late",
                    "SIP/2.0 abc OK",
                    "SIP/2.0",
                    "OPTIONS  sip:a@b SIP/2.0",
                    "OPTIONS sip:a@b SIP/2.0 ",
                    "nonsense"
                })
        void anotherStartLineIsQuoted(String line) {
            assertMalformed(changed(OPTIONS, "OPTIONS sip:service@10.2.0.10:5068 SIP/2.0", line))
                    .withMessageStartingWith("line 1 \"" + line + "\" at byte 0: ");
        }

        @Test
        void anotherProtocolIsToldAtItsFirstByte() {
            assertMalformed(new byte[] {0x16, 3, 1}).withMessageContaining("byte 0: begins with 0x16");
        }

        @Test
        void aLineFeedAloneIsNoLineEnd() {
            assertMalformed("OPTIONS sip:a@b SIP/2.0\nVia".getBytes(StandardCharsets.ISO_8859_1))
                    .withMessageContaining("line end at byte 23");
        }

        @Test
        void aLineWithoutColonIsQuoted() {
            assertMalformed(changed(OPTIONS, "CSeq:", "CSeq"))
                    .withMessageStartingWith("line \"CSeq 1 OPTIONS\" at byte ")
                    .withMessageEndingWith("not a header: name, colon, value");
        }

        @Test
        void aZeroByteIsRefusedWhereItStands() {
            assertMalformed("OPTIONS sip:\0".getBytes(StandardCharsets.ISO_8859_1))
                    .withMessageStartingWith("byte 12: control character 0x00");
        }

        @Test
        void aResponseWithABrokenContactIsMalformed() {
            assertMalformed(changed(response("SIP/2.0 200 OK"), "Content-Length", "Contact: <sip:a\r\nContent-Length"))
                    .withMessageContaining("header Contact \"<sip:a\" at byte ");
        }

        @Test
        void whatStoodBeforeItIsReturnedFirst() throws Exception {
            byte[] good = joined(OPTIONS, new byte[] {0});

            assertThat(codec.decode(good)).hasSize(1);
            assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> codec.decode(new byte[0]));
            assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> codec.decode(OPTIONS));
        }

        private org.assertj.core.api.ThrowableAssertAlternative<MalformedMessageException> assertMalformed(
                byte[] bytes) {
            return assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> new SipCodec().decode(bytes));
        }
    }

    private static byte[] response(String statusLine) {
        return Messages.bytes(
                statusLine,
                "Via: SIP/2.0/TCP h;branch=z9hG4bK1",
                "From: <sip:a@b>;tag=1",
                "To: <sip:a@b>;tag=2",
                "Call-ID: x@y",
                "CSeq: 1 OPTIONS",
                "Content-Length: 0",
                "");
    }

    private static byte[] changed(byte[] bytes, String what, String by) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(what);
        return text.replace(what, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
