package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The lab's TURN credentials: a stand-in for those of a real site, computed alike by both ends, and no secret at all.
 *
 * <p>A password is made of the user name as in the TURN REST API (an expired Internet-Draft that coturn follows):
 * Base64 of the HMAC-SHA1 of the user name under a secret; here the secret is {@code sallyport:} and the realm. So
 * coturn's own tools fit: {@code turnutils_uclient -W sallyport:contoso.lab}, and
 * {@code turnserver --use-auth-secret --static-auth-secret=sallyport:contoso.lab --realm=contoso.lab}. Besides, the
 * user {@code sallyport} with the password {@code sallyport} is let in everywhere.
 */
public final class LabCredentials {

    /** The user, and the password, that every relay of a lab lets in. */
    public static final String FIXED = "sallyport";

    /** User names of the REST API begin with the second at which they expire; coturn reads no later one than this. */
    private static final String EXPIRY = "2147483647:";

    private LabCredentials() {}

    /** Returns an attempt's user name. */
    public static String user(String nonce) {
        return EXPIRY + nonce;
    }

    /** Returns the password of a user in a realm, the domain of the relay. */
    public static String password(String user, String realm) {
        return user.equals(FIXED)
                ? FIXED
                : Base64.getEncoder()
                        .encodeToString(hmac(secret(realm), Octets.utf8(user)).toArray());
    }

    /** Returns the HMAC-SHA1 of bytes under the secret of a domain. */
    public static Octets hmac(Octets secret, Octets bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.toArray(), "HmacSHA1"));
            return Octets.of(mac.doFinal(bytes.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    /** Returns the secret of a domain, which everybody may know. */
    public static Octets secret(String domain) {
        return Octets.of(("sallyport:" + domain).getBytes(StandardCharsets.UTF_8));
    }
}
