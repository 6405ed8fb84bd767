package dev.sallyport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.flow.Transport;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No decoder can be made to take or to keep more memory than its messages may need. */
class DecoderMemoryTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int FED = 4;
    private static final byte[] FILLERS = {0, ' ', 'A', (byte) 0xff};

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Capture> captures() {
        return Capture.ofAllThatIsSpoken().stream();
    }

    static Stream<Capture> streams() {
        return captures().filter(capture -> capture.transport() == Transport.TCP);
    }

    /** A length that a message only announces must not be taken for memory that it needs. */
    @ParameterizedTest
    @MethodSource("captures")
    void aMessageTakesNoMoreThanASmallMultipleOfItself(Capture capture) {
        for (byte[] segment : capture.segments()) {
            decode(capture.codec(), segment);
            for (int place = 0; place < Math.min(segment.length, 64); place++) {
                byte[] changed = segment.clone();
                Arrays.fill(changed, place, Math.min(segment.length, place + 3), (byte) 0x7f);

                assertThat(allocatedBy(() -> decode(capture.codec(), changed)))
                        .as("bytes allocated for %s bytes, changed from byte %s on", changed.length, place)
                        .isLessThan(MEGABYTE + 200L * changed.length);
            }
        }
    }

    /** A peer that never ends its message is refused, or what it sends is let go. */
    @ParameterizedTest
    @MethodSource("streams")
    void aMessageThatNeverEndsIsNotKept(Capture capture) {
        byte[] all = joined(capture.segments());
        List<Codec<?>> taking = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            for (byte filler : FILLERS) {
                Codec<?> codec = capture.codec();
                if (decode(codec, Arrays.copyOf(all, all.length * part / 3)) && takes(codec, filler)) {
                    taking.add(codec);
                }
            }
        }
        assertThat(keptByEach(taking))
                .as("bytes kept of %s MB, by each codec that took them", FED)
                .isLessThan(FED * MEGABYTE / 2);
    }

    @Test
    void aDecoderThatKeepsAllWouldBeFound() {
        List<Codec<?>> taking = new ArrayList<>(List.of(new Hoarder(), new Hoarder()));

        assertThat(taking).allMatch(codec -> takes(codec, (byte) 0));
        assertThat(keptByEach(taking)).isGreaterThan(FED * MEGABYTE - MEGABYTE);
    }

    @Test
    void aDecoderThatBelievesAnyLengthWouldBeFound() {
        assertThat(allocatedBy(() -> decode(new Hoarder(), new byte[] {0x7f, 0x7f, 0x7f})))
                .isGreaterThan(MEGABYTE);
    }

    private static final class Hoarder implements Codec<byte[]> {
        private final List<byte[]> kept = new ArrayList<>();

        @Override
        public byte[] encode(byte[] message) {
            return message;
        }

        @Override
        public List<byte[]> decode(byte[] bytes) {
            kept.add(bytes[0] == 0x7f ? new byte[8 * MEGABYTE] : bytes.clone());
            return List.of();
        }
    }

    private static boolean takes(Codec<?> codec, byte filler) {
        byte[] filling = new byte[16_384];
        Arrays.fill(filling, filler);
        for (int sent = 0; sent < FED * MEGABYTE; sent += filling.length) {
            if (!decode(codec, filling)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the bytes were taken; a connection whose bytes are malformed is closed. */
    private static boolean decode(Codec<?> codec, byte[] bytes) {
        try {
            codec.decode(bytes);
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private long allocatedBy(Runnable action) {
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Returns what becomes free when the codecs are let go, the list being all that holds them. */
    private static long keptByEach(List<Codec<?>> codecs) {
        int count = Math.max(1, codecs.size());
        long with = inUse();
        codecs.clear();
        return (with - inUse()) / count;
    }

    /** Four times: the serial collector leaves some dead objects where they are, but every fourth time none. */
    private static long inUse() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static byte[] joined(List<byte[]> segments) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        segments.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
