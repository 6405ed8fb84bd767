package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.BoundedAttribute;

/**
 * Realm: with the number that STUN gives NONCE; quoted or not ([MS-TURN] §2.2.2.14).
 *
 * @param bytes at most 128
 */
public record MsRealm(Octets bytes) implements BoundedAttribute {

    /** Its type. */
    public static final int TYPE = 0x0015;

    private static final int MOST = 128;

    /** Refuses what is too long. */
    public MsRealm {
        BoundedAttribute.refuseMoreThan(MOST, bytes);
    }

    @Override
    public int type() {
        return TYPE;
    }
}
