package dev.sallyport.protocol.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A response that was read (RFC 3261 §7.2).
 *
 * @param code 100 to 699
 * @param reason the reason phrase, perhaps empty
 * @param headers all headers, in order
 * @param identifiers what joins it to its transaction and dialog
 * @param bytes as it came over the wire
 * @param bodyAt the byte at which the body begins
 */
public record SipResponse(int code, String reason, Headers headers, Identifiers identifiers, byte[] bytes, int bodyAt)
        implements SipMessage {

    private static final int FIRST_FINAL = 200;

    /** Tells whether more is to follow: 100 Trying, 180 Ringing. */
    public boolean isProvisional() {
        return code < FIRST_FINAL;
    }

    /** Tells whether it answers the transaction of that branch and method (RFC 3261 §17.1.3). */
    public boolean answers(String branch, String method) {
        return identifiers.branch().equals(branch) && identifiers.method().equals(method);
    }

    /** Returns the body as text, one character a byte. */
    public String body() {
        return new String(bytes, bodyAt, bytes.length - bodyAt, StandardCharsets.ISO_8859_1);
    }

    /** Returns {@code 403 Forbidden}. */
    public String status() {
        return reason.isEmpty() ? Integer.toString(code) : code + " " + reason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SipResponse response && Arrays.equals(bytes, response.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return status();
    }
}
