package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int LONGEST = 100_000;

    private static Lines lines(String text) {
        return new Lines(bytes(text), LONGEST, () -> {});
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesEndAsUnixOrWindowsEndsThem() throws IOException {
        Lines lines = lines("one\n\r\nGrüße\r\nlast");
        assertThat(lines.read()).contains("one");
        assertThat(lines.read()).contains("");
        assertThat(lines.read()).contains("Grüße");
        assertThat(lines.read()).contains("last");
        assertThat(lines.read()).isEmpty();
        assertThat(lines.read()).isEmpty();
    }

    @Test
    void anObjectMayBeLongerThanABufferAndComeByteByByte() throws IOException {
        String object = "{" + "ü".repeat(40_000) + "}";
        InputStream slow = new ByteArrayInputStream((object + "\nnext\n").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, 1);
            }
        };
        Lines lines = new Lines(slow, LONGEST, () -> {});
        assertThat(lines.read()).contains(object);
        assertThat(lines.read()).contains("next");
    }

    @Test
    void ofAnEndlessLineThatIsNoObjectOnlyTheBeginningIsKept() throws IOException {
        Lines lines = lines("y".repeat(LONGEST + 1) + "\nnext\n");
        assertThat(lines.read()).hasValueSatisfying(line -> assertThat(line).hasSize(1024));
        assertThat(lines.read()).contains("next");
    }

    @Test
    void anEndlessObjectIsRefusedBeforeItFillsTheMemory() {
        assertThatThrownBy(() -> lines("{" + "y".repeat(LONGEST)).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 100000 bytes");
    }

    @Test
    void whatComesInPartsIsHeardInParts() throws IOException {
        AtomicInteger heard = new AtomicInteger();
        new Lines(bytes("{" + "y".repeat(40_000) + "}\n"), LONGEST, heard::incrementAndGet).read();
        assertThat(heard.get()).isGreaterThan(1);
    }
}
