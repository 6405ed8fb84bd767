package dev.sallyport.protocol.sip;

import java.nio.charset.StandardCharsets;

/**
 * A message of ours, written out by its template; what arrives is a {@link SipRequest} or a {@link SipResponse}.
 *
 * @param bytes headers and body as they go over the wire
 */
public record SipText(byte[] bytes) implements SipMessage {

    /** Returns the message as text, one character a byte. */
    public String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
