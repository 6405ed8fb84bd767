package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * SOFTWARE: who made the message, for people (RFC 8489 §14.14).
 *
 * @param bytes UTF-8, at most 763 bytes
 */
public record Software(Octets bytes) implements BoundedAttribute {

    /** Its type. */
    public static final int TYPE = 0x8022;

    private static final int MOST = 763;

    /** Refuses what is too long. */
    public Software {
        BoundedAttribute.refuseMoreThan(MOST, bytes);
    }

    /** Returns the attribute of this text. */
    public static Software of(String text) {
        return new Software(Octets.utf8(text));
    }

    @Override
    public int type() {
        return TYPE;
    }
}
