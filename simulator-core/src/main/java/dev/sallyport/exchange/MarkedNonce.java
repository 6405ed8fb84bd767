package dev.sallyport.exchange;

import java.util.Optional;

/**
 * A nonce in sixteen bytes, where a protocol has room for a GUID: its own twelve, then a mark that says whose they are,
 * so that a stranger's GUID is never mistaken for an attempt.
 */
public final class MarkedNonce {

    /** How many bytes it takes. */
    public static final int LENGTH = 16;

    private static final int NONCE = 12;
    private static final Octets MARK = Octets.utf8("SLY!");

    private MarkedNonce() {}

    /** Returns the sixteen bytes of a nonce in 24 hexadecimal digits. */
    public static Octets of(String nonce) {
        return Octets.parse(nonce + MARK.hex());
    }

    /** Returns the nonce of sixteen bytes that end in the mark; nothing for others. */
    public static Optional<String> read(Octets bytes) {
        return bytes.length() == LENGTH && bytes.slice(NONCE, MARK.length()).equals(MARK)
                ? Optional.of(bytes.slice(0, NONCE).hex())
                : Optional.empty();
    }
}
