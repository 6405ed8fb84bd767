package dev.sallyport.protocol.rtcp;

import java.util.List;

/**
 * RR: what an end that sends nothing has received (RFC 3550 §6.4.2).
 *
 * @param reports at most 31
 */
public record ReceiverReport(int ssrc, List<ReceptionReport> reports) implements RtcpPacket {

    static final int TYPE = 201;

    /** Keeps its own copy. */
    public ReceiverReport {
        reports = List.copyOf(reports);
        RtcpCompound.requireCount(reports.size());
    }
}
