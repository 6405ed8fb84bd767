package dev.sallyport.protocol.rtp;

import dev.sallyport.protocol.rtcp.RtcpPacket;
import java.util.List;

/**
 * RTCP on the same port: told from RTP by its type, 192 to 223 (RFC 5761 §4).
 *
 * @param packets one or several, as they stand one behind the other
 */
public record RtcpMessage(List<RtcpPacket> packets) implements RtpMessage {

    /** Keeps its own copy; refuses a message of nothing. */
    public RtcpMessage {
        packets = List.copyOf(packets);
        if (packets.isEmpty()) {
            throw new IllegalArgumentException("an RTCP message has one packet at least");
        }
    }

    /** Tells whether a second byte is a type of RTCP, not marker and payload type of RTP. */
    static boolean isType(int second) {
        return second >= 192 && second <= 223;
    }
}
