package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
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
    public static final int SIZE = 24;

    /** Refuses what is no digest. */
    public MessageIntegrity {
        if (digest.length() != 20) {
            throw new IllegalArgumentException(digest.length() + " bytes are no HMAC-SHA1, which has 20");
        }
    }

    /** Returns the key of a long-term credential: MD5 of user, realm and password (RFC 8489 §9.2.2). */
    public static Octets longTermKey(String user, String realm, String password) {
        return longTermKey(Octets.utf8(user), Octets.utf8(realm), Octets.utf8(password));
    }

    /** Returns the key of a long-term credential that need not be text, as Lync's are not. */
    public static Octets longTermKey(Octets user, Octets realm, Octets password) {
        byte[] colon = {':'};
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (byte[] part : List.of(user.toArray(), colon, realm.toArray(), colon)) {
                md5.update(part);
            }
            return Octets.of(md5.digest(password.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Returns the digest of a message's bytes up to it, its length field already counting it. */
    public static MessageIntegrity over(byte[] bytes, int length, Octets key) {
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
