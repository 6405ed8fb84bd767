package dev.sallyport.protocol.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request that was read (RFC 3261 §7.1).
 *
 * @param method as it was written, {@code INVITE}; methods are case-sensitive
 * @param uri the Request-URI as it was written
 * @param headers all headers, in order
 * @param identifiers what joins it to its transaction and dialog
 * @param refusal what it deserves instead of an answer, where something is wrong that can still be answered
 * @param bytes as it came over the wire
 * @param bodyAt the byte at which the body begins
 */
public record SipRequest(
        String method,
        String uri,
        Headers headers,
        Identifiers identifiers,
        Optional<Refusal> refusal,
        byte[] bytes,
        int bodyAt)
        implements SipMessage {

    /** Returns the body as text, one character a byte. */
    public String body() {
        return new String(bytes, bodyAt, bytes.length - bodyAt, StandardCharsets.ISO_8859_1);
    }

    /** Tells whether it belongs to a dialog: its To has a tag (RFC 3261 §12.2.2). */
    public boolean isInDialog() {
        return !identifiers.toTag().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SipRequest request && Arrays.equals(bytes, request.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
