package dev.sallyport.protocol.standin;

import dev.sallyport.exchange.Octets;

/**
 * A frame of a stand-in.
 *
 * @param nonce the attempt's, 12 bytes
 * @param body what fills the frame, {@link #MOST} bytes at most
 */
public record StandInFrame(StandInKind kind, Octets nonce, Octets body) {

    /** The most bytes of a body: several TLS records. */
    public static final int MOST = 64 * 1024;

    /** Refuses what cannot be framed. */
    public StandInFrame {
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
