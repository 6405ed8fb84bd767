package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * Bytes drawn from others by SHA-256: as hard to foresee as what they are drawn from, and the same in every rerun.
 *
 * @param seed the attempt's nonce, or what a peer sent first
 */
public record Draw(Octets seed) {

    /** Returns the bytes for a purpose. */
    public Octets bytes(String purpose, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed.toArray());
            return Octets.of(digest.digest(Octets.utf8(purpose).toArray())).slice(0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
