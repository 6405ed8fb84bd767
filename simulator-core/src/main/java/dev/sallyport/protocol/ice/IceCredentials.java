package dev.sallyport.protocol.ice;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * What two SDP bodies would have agreed on, made of an attempt's nonce instead.
 *
 * @param nonce 12 bytes: 16 characters of base64, which are those of ICE too (RFC 8839 §5.4)
 */
public record IceCredentials(Octets nonce) {

    private static final int FRAGMENT = 8;
    private static final int PASSWORD_BYTES = 18;

    /** Returns the credentials that a message's USERNAME names; nothing where it has none, or a stranger's. */
    public static Optional<IceCredentials> of(StunMessage message) {
        return message.first(Username.class)
                .map(Username::text)
                .filter(name -> name.matches("[A-Za-z0-9+/]{8}:[A-Za-z0-9+/]{8}"))
                .map(name -> Base64.getDecoder().decode(name.replace(":", "")))
                .map(bytes -> new IceCredentials(Octets.of(bytes)));
    }

    /** Returns the far end's fragment and the initiator's, {@code ASNFZ4mr:ze8BI0Vn}. */
    public Username username() {
        String both = Base64.getEncoder().encodeToString(nonce.toArray());
        return Username.of(both.substring(0, FRAGMENT) + ":" + both.substring(FRAGMENT));
    }

    /** Returns the key of MESSAGE-INTEGRITY: the far end's password, 24 characters as Lync has. */
    public Octets password() {
        Octets bytes = derived("sallyport ice password").slice(0, PASSWORD_BYTES);
        return Octets.utf8(Base64.getEncoder().encodeToString(bytes.toArray()));
    }

    /** Returns 32 bytes that follow from the nonce, for a purpose. */
    public Octets derived(String purpose) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(purpose.getBytes(StandardCharsets.UTF_8));
            return Octets.of(sha256.digest(nonce.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
