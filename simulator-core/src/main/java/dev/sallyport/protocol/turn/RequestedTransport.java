package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;

/**
 * REQUESTED-TRANSPORT: what the relay is to speak towards peers (RFC 8656 §18.8).
 *
 * @param protocol as IP numbers it, 0 to 255; {@link #UDP}
 */
public record RequestedTransport(int protocol) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0019;

    /** UDP's number. */
    public static final int UDP = 17;

    static RequestedTransport read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no requested transport, which has 4");
        }
        return new RequestedTransport(value.toArray()[0] & 0xff);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(new byte[] {(byte) protocol, 0, 0, 0});
    }
}
