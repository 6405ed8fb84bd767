package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmppFieldsTest {

    private static final String STREAM = "<?xml version='1.0'?><stream:stream to='a.lab' from=\"b.lab\">"
            + "<message to='x@a.lab'><body>hé</body></message>";

    private static List<Field> fields(byte[] bytes) {
        return XmppFields.NAMING.fields().apply(bytes);
    }

    @Test
    void namesElementsAttributesAndText() {
        assertThat(fields(STREAM.getBytes(StandardCharsets.UTF_8)))
                .contains(
                        new Field("attribute to of <stream:stream>", "'a.lab'"),
                        new Field("attribute from of <stream:stream>", "\"b.lab\""),
                        new Field("attribute to of <message>", "'x@a.lab'"),
                        new Field("text of <body>", "hé"));
    }

    @Test
    void moreBytesChangeNoFieldButTheLast() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        List<Field> all = fields(bytes);
        for (int length = 1; length < bytes.length; length++) {
            List<Field> part = fields(java.util.Arrays.copyOf(bytes, length));
            int sure = part.size() - 1;
            assertThat(all.subList(0, sure)).isEqualTo(part.subList(0, sure));
        }
    }
}
