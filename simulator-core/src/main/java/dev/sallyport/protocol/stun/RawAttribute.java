package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * An attribute whose meaning is not known here, as it came (RFC 8489 §14).
 *
 * @param type its type, 0x0000 to 0xFFFF
 * @param bytes its value
 */
public record RawAttribute(int type, Octets bytes) implements StunAttribute {

    /** Refuses a type that is none. */
    public RawAttribute {
        if (type < 0 || type > 0xffff) {
            throw new IllegalArgumentException("attribute type " + type + " has more than 16 bits");
        }
    }

    @Override
    public Octets value(Octets transaction) {
        return bytes;
    }
}
