package dev.sallyport.protocol.xmpp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The dialback keys of one secret (XEP-0185 §2): {@code HMAC-SHA256(SHA256(secret), "to from id")}, in hexadecimal. */
final class DialbackKeys {

    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;

    /** Takes the secret that the originating and the authoritative server share. */
    DialbackKeys(String secret) {
        this.key = new SecretKeySpec(hexadecimalDigest(secret).getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }

    /** Returns the key for a stream from the originating to the receiving server. */
    String key(String receiving, String originating, String streamId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String input = receiving + " " + originating + " " + streamId;
            return HEX.formatHex(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String hexadecimalDigest(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HEX.formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
