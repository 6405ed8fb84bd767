package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.BoundedAttribute;

/**
 * Nonce: the server's, with the number that STUN gives REALM ([MS-TURN] §2.2.2).
 *
 * @param bytes at most 128
 */
public record MsNonce(Octets bytes) implements BoundedAttribute {

    /** Its type. */
    public static final int TYPE = 0x0014;

    private static final int MOST = 128;

    /** Refuses what is too long. */
    public MsNonce {
        BoundedAttribute.refuseMoreThan(MOST, bytes);
    }

    @Override
    public int type() {
        return TYPE;
    }
}
