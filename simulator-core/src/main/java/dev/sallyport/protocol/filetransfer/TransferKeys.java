package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Octets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys of one transfer, each the first 16 bytes of the SHA-1 of what the invitation says.
 *
 * @param encryption RC4's
 * @param hash HMAC-SHA1's
 */
record TransferKeys(Octets encryption, Octets hash) {

    private static final int SAID = 24;
    private static final int USED = 16;

    /** Returns the keys of an attempt: what the invitation would have said is derived from its nonce. */
    static TransferKeys of(String nonce) {
        return ofInvitation(said("Encryption-Key", nonce), said("Hash-Key", nonce));
    }

    /** Returns the keys of what an invitation says. */
    static TransferKeys ofInvitation(Octets encryption, Octets hash) {
        return new TransferKeys(
                digest("SHA-1", encryption).slice(0, USED),
                digest("SHA-1", hash).slice(0, USED));
    }

    private static Octets said(String header, String nonce) {
        return digest("SHA-256", Octets.utf8(header + " " + nonce)).slice(0, SAID);
    }

    /** Returns RC4 from its beginning; it encrypts and decrypts alike, and goes on from chunk to chunk. */
    Cipher cipher() {
        try {
            Cipher cipher = Cipher.getInstance("ARCFOUR");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(encryption.toArray(), "ARCFOUR"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RC4 is in every JDK from 17 to 25, yet: " + e.getMessage(), e);
        }
    }

    /** Returns the HMAC of a file, as the sender's last line has it. */
    String mac(byte[] file) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(hash.toArray(), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 is in every JDK, yet: " + e.getMessage(), e);
        }
    }

    private static Octets digest(String algorithm, Octets said) {
        try {
            return Octets.of(MessageDigest.getInstance(algorithm).digest(said.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is in every JDK, yet: " + e.getMessage(), e);
        }
    }
}
