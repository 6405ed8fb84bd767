package dev.sallyport.protocol.rtcp;

import java.nio.charset.StandardCharsets;

/**
 * SDES with the one item that must be there: the name of a source (RFC 3550 §6.5.1).
 *
 * @param name at most 255 bytes of UTF-8; sixteen characters of base64 as RFC 7022 §4.2 makes them
 */
public record SourceDescription(int ssrc, String name) implements RtcpPacket {

    static final int TYPE = 202;
    static final int CNAME = 1;

    /** Refuses what is too long. */
    public SourceDescription {
        if (name.getBytes(StandardCharsets.UTF_8).length > 255) {
            throw new IllegalArgumentException("a CNAME of more than 255 bytes: " + name);
        }
    }
}
