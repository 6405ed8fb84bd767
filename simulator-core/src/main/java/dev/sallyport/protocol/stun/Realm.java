package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * REALM: where the long-term credential holds (RFC 8489 §14.9).
 *
 * @param bytes UTF-8, at most 763 bytes
 */
public record Realm(Octets bytes) implements BoundedAttribute {

    /** Its type. */
    public static final int TYPE = 0x0014;

    private static final int MOST = 763;

    /** Refuses what is too long. */
    public Realm {
        BoundedAttribute.refuseMoreThan(MOST, bytes);
    }

    /** Returns the attribute of this text. */
    public static Realm of(String text) {
        return new Realm(Octets.utf8(text));
    }

    @Override
    public int type() {
        return TYPE;
    }
}
