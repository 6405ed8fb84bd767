package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.nio.ByteBuffer;

/**
 * LIFETIME: how long an allocation lasts without a refresh (RFC 8656 §18.2); the Microsoft dialect has the same.
 *
 * @param seconds 0 to 4294967295; 0 releases
 */
public record Lifetime(long seconds) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x000d;

    /** Refuses what does not fit 32 bits. */
    public Lifetime {
        if (seconds < 0 || seconds > 0xffffffffL) {
            throw new IllegalArgumentException(seconds + " seconds do not fit 32 bits");
        }
    }

    /** Reads its value. */
    public static Lifetime read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no lifetime, which has 4");
        }
        return new Lifetime(
                Integer.toUnsignedLong(ByteBuffer.wrap(value.toArray()).getInt()));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(4).putInt((int) seconds).array());
    }
}
