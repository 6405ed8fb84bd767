package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.nio.ByteBuffer;

/**
 * CHANNEL-NUMBER: the short name of a peer (RFC 8656 §18.1).
 *
 * @param number 0 to 0xFFFF; only {@link #FIRST} to {@link #LAST} can be bound
 */
public record ChannelNumber(int number) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x000c;

    /** The lowest that can be bound (RFC 8656 §12). */
    public static final int FIRST = 0x4000;

    /** The highest that can be bound: RFC 5766 §11 went as far, and its clients use it, where RFC 8656 ends at 0x4FFF. */
    public static final int LAST = 0x7fff;

    static ChannelNumber read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no channel number, which has 4");
        }
        return new ChannelNumber(
                Short.toUnsignedInt(ByteBuffer.wrap(value.toArray()).getShort()));
    }

    boolean canBeBound() {
        return FIRST <= number && number <= LAST;
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(4).putShort((short) number).array());
    }
}
