package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.Octets;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StunFieldsTest {

    private static final StunMessage ANSWER = StunMessage.of(
                    StunMessage.Kind.SUCCESS,
                    StunMessage.BINDING,
                    Octets.parse("00112233445566778899aabb"),
                    List.of(
                            new XorMappedAddress(new InetSocketAddress("203.0.113.10", 40_000).getAddress(), 40_000),
                            Software.of("a box of nine!")))
            .withFingerprint();

    private static List<Field> fields(byte[] bytes) {
        return StunFields.NAMING.fields().apply(bytes);
    }

    @Test
    void namesHeaderAndAttributes() {
        assertThat(fields(ANSWER.wire().toArray()))
                .containsSubsequence(
                        new Field("message type", "0x0101"),
                        new Field("transaction ID", "00112233445566778899aabb"),
                        new Field("XOR-MAPPED-ADDRESS", "203.0.113.10:40000"),
                        new Field("SOFTWARE", "\"a box of nine!\""))
                .extracting(Field::name)
                .endsWith("FINGERPRINT");
    }

    @Test
    void moreBytesChangeNoFieldButTheLast() {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(ANSWER.wire().toArray());
        two.writeBytes(ANSWER.wire().toArray());
        two.writeBytes(new byte[] {0x40, 0, 0, 2, 1, 2, 0, 0});
        byte[] bytes = two.toByteArray();
        List<Field> all = fields(bytes);
        for (int length = 1; length < bytes.length; length++) {
            List<Field> part = fields(Arrays.copyOf(bytes, length));
            int sure = part.size() - 1;
            assertThat(all.subList(0, sure)).isEqualTo(part.subList(0, sure));
        }
    }
}
