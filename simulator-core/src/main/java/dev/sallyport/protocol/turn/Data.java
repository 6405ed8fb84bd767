package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;

/**
 * DATA: what is relayed (RFC 8656 §18.4); the Microsoft dialect has the same.
 *
 * @param bytes the payload of a datagram
 */
public record Data(Octets bytes) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0013;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return bytes;
    }
}
