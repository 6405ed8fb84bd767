package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;

/**
 * RTCP on the same port, kept raw (RFC 3550 §6.1): told from RTP by its type, 192 to 223 (RFC 5761 §4).
 *
 * @param bytes one or several packets, a multiple of four bytes
 */
public record RtcpPacket(Octets bytes) implements RtpMessage {

    private static final int HEADER = 4;

    /** Refuses what is no RTCP. */
    public RtcpPacket {
        byte[] head = bytes.toArray();
        if (head.length < HEADER || head.length % 4 != 0 || (head[0] & 0xc0) != 0x80 || !isType(head[1] & 0xff)) {
            throw new IllegalArgumentException("byte 0: " + bytes + " is no RTCP of version 2");
        }
    }

    /** Tells whether a second byte is a type of RTCP, not marker and payload type of RTP. */
    static boolean isType(int second) {
        return second >= 192 && second <= 223;
    }
}
