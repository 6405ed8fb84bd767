package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;

/**
 * A header extension (RFC 3550 §5.3.1).
 *
 * @param profile its first 16 bits, which the profile defines
 * @param data a multiple of four bytes
 */
public record RtpExtension(int profile, Octets data) {

    /** Refuses what is none. */
    public RtpExtension {
        if (profile < 0 || profile > 0xffff || data.length() % 4 != 0 || data.length() / 4 > 0xffff) {
            throw new IllegalArgumentException("extension " + profile + " of " + data.length()
                    + " bytes: 16 bits and whole 32-bit words are needed");
        }
    }
}
