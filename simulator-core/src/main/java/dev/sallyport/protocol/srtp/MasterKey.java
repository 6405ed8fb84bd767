package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.Octets;

/**
 * What one end protects its packets with, as {@code inline:} of its crypto line carries it (RFC 4568 §6.1).
 *
 * @param key 16 bytes
 * @param salt 14 bytes
 */
public record MasterKey(Octets key, Octets salt) {

    /** How many bytes key and salt have together. */
    public static final int SIZE = 30;

    private static final int KEY = 16;

    /** Refuses other lengths. */
    public MasterKey {
        if (key.length() != KEY || salt.length() != SIZE - KEY) {
            throw new IllegalArgumentException("a key of " + key.length() + " and a salt of " + salt.length()
                    + " bytes: AES_CM_128_HMAC_SHA1_80 needs 16 and 14 (RFC 3711 §8.2)");
        }
    }

    /** Returns the key and salt that stand one behind the other in 30 bytes. */
    public static MasterKey of(Octets both) {
        return new MasterKey(both.slice(0, KEY), both.slice(KEY, both.length() - KEY));
    }
}
