package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SipFieldsTest {

    private static final String MESSAGE = "INVITE sip:a@b SIP/2.0\r\nm: <sip:10.1.0.10>\r\nX-Long: one\r\n two\r\n"
            + "Content-Length: 25\r\n\r\nv=0\r\nc=IN IP4 10.1.0.10\r\nBYE sip:a@b SIP/2.0\r\n\r\n";

    private static List<Field> fields(String text) {
        return SipFields.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void namesStartLineHeadersAndSessionDescription() {
        assertThat(fields(MESSAGE))
                .containsSubsequence(
                        new Field("start line", "INVITE sip:a@b SIP/2.0"),
                        new Field("Contact (written m)", " <sip:10.1.0.10>"),
                        new Field("X-Long", " one\r\n two"),
                        new Field("SDP v=", "0"),
                        new Field("SDP c=", "IN IP4 10.1.0.10"),
                        new Field("start line", "BYE sip:a@b SIP/2.0"));
    }

    @Test
    void moreBytesChangeNoFieldButTheLast() {
        List<Field> all = fields(MESSAGE);
        for (int length = 1; length < MESSAGE.length(); length++) {
            List<Field> part = fields(MESSAGE.substring(0, length));
            int sure = part.size() - 1;
            assertThat(all.subList(0, sure)).isEqualTo(part.subList(0, sure));
        }
    }

    @Test
    void takesWhateverComes() {
        byte[] noise = new byte[600];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31);
        }

        assertThat(SipFields.of(noise)).isNotEmpty();
    }
}
