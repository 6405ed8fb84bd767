package dev.sallyport.protocol.rtcp;

import java.util.List;

/**
 * SR: what a source has sent, and what it has received (RFC 3550 §6.4.1).
 *
 * @param ntp its time, 32.32 bits since 1900; 0 for an end without a clock, as allowed there
 * @param timestamp the same in units of the media
 * @param packets sent since the beginning
 * @param octets of payload in them
 * @param reports at most 31
 */
public record SenderReport(int ssrc, long ntp, int timestamp, int packets, int octets, List<ReceptionReport> reports)
        implements RtcpPacket {

    static final int TYPE = 200;

    /** Keeps its own copy. */
    public SenderReport {
        reports = List.copyOf(reports);
        RtcpCompound.requireCount(reports.size());
    }
}
