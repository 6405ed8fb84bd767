package dev.sallyport.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of UTF-8 from a stream that may carry anything: an object may be long, of other lines a kilobyte is kept.
 *
 * <p>Not thread-safe: one thread reads a stream.
 */
final class Lines {

    private static final int CHUNK = 16 * 1024;
    private static final int LONGEST_OBJECT = 128 * 1024 * 1024;
    private static final int LONGEST_STRAY = 1024;

    private final InputStream in;
    private final int longest;
    private final Runnable heard;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int end;

    /** Reads from a stream; {@code heard} is run whenever bytes have come, for a long line takes its time. */
    Lines(InputStream in, Runnable heard) {
        this(in, LONGEST_OBJECT, heard);
    }

    Lines(InputStream in, int longest, Runnable heard) {
        this.in = in;
        this.longest = longest;
        this.heard = heard;
    }

    /**
     * Waits for the next line; empty at the stream's end. A last line without an end counts.
     *
     * @throws IOException also where a line that begins like an object is too long
     */
    Optional<String> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        if (next == end && !fill()) {
            return Optional.empty();
        }
        boolean object = chunk[next] == '{';
        do {
            int from = next;
            boolean whole = toLineEnd();
            keep(line, object, from, next);
            if (whole) {
                next++;
                break;
            }
        } while (fill());
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(chunk));
        if (end > 0) {
            heard.run();
        }
        return end > 0;
    }

    private boolean toLineEnd() {
        while (next < end && chunk[next] != '\n') {
            next++;
        }
        return next < end;
    }

    private void keep(ByteArrayOutputStream line, boolean object, int from, int to) throws IOException {
        int length = to - from;
        if (object && line.size() + length > longest) {
            throw new IOException("a line of more than " + longest + " bytes came");
        }
        line.write(chunk, from, object ? length : Math.min(length, LONGEST_STRAY - line.size()));
    }
}
