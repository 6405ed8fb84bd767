package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * USERNAME: who authenticates (RFC 8489 §14.3).
 *
 * @param bytes UTF-8, at most 508 bytes
 */
public record Username(Octets bytes) implements BoundedAttribute {

    /** Its type. */
    public static final int TYPE = 0x0006;

    private static final int MOST = 508;

    /** Refuses what is too long. */
    public Username {
        BoundedAttribute.refuseMoreThan(MOST, bytes);
    }

    /** Returns the attribute of this text. */
    public static Username of(String text) {
        return new Username(Octets.utf8(text));
    }

    @Override
    public int type() {
        return TYPE;
    }
}
