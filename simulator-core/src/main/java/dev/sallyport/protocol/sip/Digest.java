package dev.sallyport.protocol.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Bytes that look random and are the same each time: endpoint ids, keys and signatures nobody verifies.
 *
 * @param bytes the SHA-256 of a text, 32 bytes
 */
record Digest(byte[] bytes) {

    private static final HexFormat HEX = HexFormat.of();

    /** Digests a text. */
    static Digest of(String text) {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the first bytes in lower-case hexadecimal digits. */
    String hex(int length) {
        return HEX.formatHex(bytes, 0, length);
    }

    /** Returns the first bytes in base64. */
    String base64(int length) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
    }

    /** Returns the first bytes in base64 for URIs, without padding: 22 characters for 16 bytes. */
    String base64Url(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, length));
    }
}
