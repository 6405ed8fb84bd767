package dev.sallyport.control.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.control.bus.Frame.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private static final Holder RUN =
            new Holder("alice@ci7", Instant.parse("2026-11-20T12:00:00Z"), "0123456789abcdef");

    @Test
    void isALineOfWordsAndThenBytesAsTheyAre() {
        byte[] bytes = {'{', '\n', 0, -1};
        byte[] message = new Frame(Kind.PIECE, RUN, 17, 16, bytes).encoded();

        assertThat(new String(message, StandardCharsets.ISO_8859_1))
                .isEqualTo("piece alice@ci7/2026-11-20T12:00:00Z/0123456789abcdef 17 16\n{\n\0\u00ff");
        assertThat(Frame.read(message)).hasValueSatisfying(frame -> {
            assertThat(frame.kind()).isEqualTo(Kind.PIECE);
            assertThat(frame.run()).isEqualTo(RUN);
            assertThat(frame.number()).isEqualTo(17);
            assertThat(frame.heard()).isEqualTo(16);
            assertThat(frame.bytes()).isEqualTo(bytes);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "piece",
                "piece alice@ci7/2026-11-20T12:00:00Z/01 1 0",
                "piece alice@ci7/2026-11-20T12:00:00Z/01 1\n",
                "piece alice@ci7/noon/01 1 0\n",
                "piece alice@ci7 1 0\n",
                "piece alice@ci7/2026-11-20T12:00:00Z/01 one 0\n",
                "pieces alice@ci7/2026-11-20T12:00:00Z/01 1 0\n"
            })
    void anythingElseIsNone(String message) {
        assertThat(Frame.read(message.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
