package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.nio.ByteBuffer;

/**
 * Bandwidth: how much a client wants to relay ([MS-TURN] §2.2.2).
 *
 * @param kilobits a second, 32 bits without sign
 */
public record Bandwidth(int kilobits) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0010;

    static Bandwidth read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no bandwidth, which has 4");
        }
        return new Bandwidth(ByteBuffer.wrap(value.toArray()).getInt());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(4).putInt(kilobits).array());
    }
}
