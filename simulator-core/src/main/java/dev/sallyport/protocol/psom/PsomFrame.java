package dev.sallyport.protocol.psom;

import dev.sallyport.exchange.Octets;
import java.util.Arrays;

/**
 * A frame of the stand-in for PSOM.
 *
 * @param nonce the attempt's, 12 bytes
 * @param body what fills the frame, {@link #MOST} bytes at most
 */
public record PsomFrame(Kind kind, Octets nonce, Octets body) {

    /** The most bytes of a body: a slide of four TLS records. */
    static final int MOST = 64 * 1024;

    /** What a frame says, and how long ours are: sizes of the kind that a meeting has, made up all the same. */
    enum Kind {
        JOIN(1, 380),
        JOINED(2, 1_600),
        ASK_FOR_SLIDE(3, 60),
        SLIDE(4, 24_000),
        ANNOTATE(5, 2_900),
        ANNOTATED(6, 60),
        LEAVE(7, 20),
        LEFT(8, 20);

        private final int number;
        private final int size;

        Kind(int number, int size) {
            this.number = number;
            this.size = size;
        }

        int number() {
            return number;
        }

        /** Returns the frame of this kind, as long as ours are. */
        PsomFrame frame(Octets nonce) {
            byte[] body = new byte[size];
            Arrays.fill(body, (byte) number);
            return new PsomFrame(this, nonce, Octets.of(body));
        }
    }

    /** Refuses what cannot be framed. */
    public PsomFrame {
        if (nonce.length() != 12 || body.length() > MOST) {
            throw new IllegalArgumentException(
                    "nonce " + nonce + ", body of " + body.length() + " bytes: 12 and at most " + MOST + " are needed");
        }
    }

    @Override
    public String toString() {
        return kind + " of " + body.length() + " bytes";
    }
}
