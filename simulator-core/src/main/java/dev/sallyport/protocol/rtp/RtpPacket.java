package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;
import java.util.List;
import java.util.Optional;

/**
 * An RTP packet of version 2 (RFC 3550 §5.1).
 *
 * @param payloadType 0 to 127; with the marker not 64 to 95, which would be RTCP (RFC 5761 §4)
 * @param sequence 16 bits
 * @param timestamp 32 bits, in samples
 * @param ssrc the stream's source, 32 bits
 * @param csrcs contributing sources, at most 15
 * @param padding all of its bytes, the last their number; empty for none
 */
public record RtpPacket(
        boolean marker,
        int payloadType,
        int sequence,
        int timestamp,
        int ssrc,
        List<Integer> csrcs,
        Optional<RtpExtension> extension,
        Octets payload,
        Octets padding)
        implements RtpMessage {

    /** Keeps its own copies; refuses what would be read otherwise. */
    public RtpPacket {
        csrcs = List.copyOf(csrcs);
        if (payloadType < 0 || payloadType > 127 || marker && RtcpMessage.isType(0x80 | payloadType)) {
            throw new IllegalArgumentException("payload type " + payloadType + " is none, or RTCP's (RFC 5761 §4)");
        }
        if (sequence < 0 || sequence > 0xffff || csrcs.size() > 15) {
            throw new IllegalArgumentException(
                    "sequence " + sequence + " with " + csrcs.size() + " CSRCs: 16 bits and at most 15 are possible");
        }
        int length = padding.length();
        if (length > 255 || length > 0 && padding.toArray()[length - 1] != (byte) length) {
            throw new IllegalArgumentException("padding of " + length + " bytes does not end with its number");
        }
    }

    /** Returns a packet of nothing but a header and a payload. */
    public static RtpPacket of(int payloadType, int sequence, int timestamp, int ssrc, Octets payload) {
        return new RtpPacket(
                false, payloadType, sequence, timestamp, ssrc, List.of(), Optional.empty(), payload, Octets.NONE);
    }
}
