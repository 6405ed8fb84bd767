package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * NONCE: the server's, against replay; not the attempt's (RFC 8489 §14.10).
 *
 * @param bytes UTF-8, at most 763 bytes
 */
public record Nonce(Octets bytes) implements BoundedAttribute {

    /** Its type. */
    public static final int TYPE = 0x0015;

    private static final int MOST = 763;

    /** Refuses what is too long. */
    public Nonce {
        BoundedAttribute.refuseMoreThan(MOST, bytes);
    }

    /** Returns the attribute of this text. */
    public static Nonce of(String text) {
        return new Nonce(Octets.utf8(text));
    }

    @Override
    public int type() {
        return TYPE;
    }
}
