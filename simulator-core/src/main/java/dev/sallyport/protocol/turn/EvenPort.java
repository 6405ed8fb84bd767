package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;

/**
 * EVEN-PORT: the relayed port is to be even, as RTP's are (RFC 8656 §18.7).
 *
 * @param reserve whether the next port is to be kept for another allocation, RTCP's
 */
public record EvenPort(boolean reserve) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0018;

    static EvenPort read(Octets value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException(value.length() + " bytes are no EVEN-PORT, which has 1");
        }
        return new EvenPort((value.toArray()[0] & 0x80) != 0);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(new byte[] {(byte) (reserve ? 0x80 : 0)});
    }
}
