package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.nio.ByteBuffer;

/**
 * MS-Version: what a side can do ([MS-TURN] §2.2.2.17).
 *
 * @param version 1 for [MS-ICE], 2 for [MS-ICE2], 3 with HMAC-SHA256, 4 with IPv6
 */
public record MsVersion(int version) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x8008;

    static MsVersion read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no version, which has 4");
        }
        return new MsVersion(ByteBuffer.wrap(value.toArray()).getInt());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(4).putInt(version).array());
    }
}
