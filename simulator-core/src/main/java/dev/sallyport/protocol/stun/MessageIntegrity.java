package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * MESSAGE-INTEGRITY: a keyed digest over all that stands before it (RFC 8489 §14.5).
 *
 * @param digest HMAC-SHA1, 20 bytes
 */
public record MessageIntegrity(Octets digest) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0008;

    /** How many bytes it takes in a message. */
    static final int SIZE = 24;

    /** Refuses what is no digest. */
    public MessageIntegrity {
        if (digest.length() != 20) {
            throw new IllegalArgumentException(digest.length() + " bytes are no HMAC-SHA1, which has 20");
        }
    }

    /** Returns the key of a long-term credential: MD5 of user, realm and password (RFC 8489 §9.2.2). */
    public static Octets longTermKey(String user, String realm, String password) {
        byte[] credential = (user + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8);
        try {
            return Octets.of(MessageDigest.getInstance("MD5").digest(credential));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Returns the digest of a message's bytes up to it, its length field already counting it. */
    static MessageIntegrity over(byte[] bytes, int length, Octets key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.toArray(), "HmacSHA1"));
            mac.update(bytes, 0, length);
            return new MessageIntegrity(Octets.of(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return digest;
    }
}
