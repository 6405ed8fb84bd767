package dev.sallyport.protocol.cls;

import dev.sallyport.exchange.Octets;
import java.util.Arrays;

/**
 * A frame of the stand-in for centralized logging.
 *
 * @param kind {@link #SEARCH} or {@link #LINES}
 * @param nonce the attempt's, 12 bytes
 * @param body what fills the frame, {@link #MOST} bytes at most
 */
public record ClsFrame(int kind, Octets nonce, Octets body) {

    static final int SEARCH = 1;
    static final int LINES = 2;

    /** The most bytes of a body: several TLS records. */
    static final int MOST = 64 * 1024;

    private static final int SEARCH_SIZE = 700;
    private static final int LINES_SIZE = 30_000;

    /** Asks for the lines of a scenario. */
    static ClsFrame search(Octets nonce) {
        return new ClsFrame(SEARCH, nonce, filled(SEARCH_SIZE, SEARCH));
    }

    /** Answers with lines. */
    static ClsFrame lines(Octets nonce) {
        return new ClsFrame(LINES, nonce, filled(LINES_SIZE, LINES));
    }

    private static Octets filled(int size, int with) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) with);
        return Octets.of(body);
    }

    @Override
    public String toString() {
        return (kind == SEARCH ? "a search" : "lines") + " of " + body.length() + " bytes";
    }
}
