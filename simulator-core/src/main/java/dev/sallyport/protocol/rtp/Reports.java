package dev.sallyport.protocol.rtp;

import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.rtcp.Received;
import dev.sallyport.protocol.rtcp.ReceptionReport;
import dev.sallyport.protocol.rtcp.SenderReport;
import dev.sallyport.protocol.rtcp.SourceDescription;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What one end of a stream counts, and tells the other in RTCP (RFC 3550 §6.4). Lives as long as an attempt. */
final class Reports {

    private final RtpStream own;
    private final Received received = new Received();
    private int packets;
    private int octets;
    private int time;

    /** Begins to count for the end whose stream this is. */
    Reports(RtpStream own) {
        this.own = own;
        this.time = own.time();
    }

    /** Returns the stream that this end sends. */
    RtpStream own() {
        return own;
    }

    /** Counts a packet that goes out, and returns it. */
    RtpPacket sent(RtpPacket packet) {
        packets++;
        octets += packet.payload().length();
        time = packet.timestamp();
        return packet;
    }

    /** Counts a packet of the other end's stream. */
    void came(RtpPacket packet) {
        if (packet.ssrc() == own.other().ssrc()) {
            received.packet(packet.sequence());
        }
    }

    /** Returns the report of now; its time is 0, for there is no clock here. */
    RtcpMessage message() {
        ReceptionReport report = received.report(own.other().ssrc());
        return new RtcpMessage(List.of(
                new SenderReport(own.ssrc(), 0, time, packets, octets, List.of(report)),
                new SourceDescription(own.ssrc(), name())));
    }

    /** Returns what the other end says of this end's stream; nothing where the message is no report of its. */
    Optional<ReceptionReport> told(RtcpMessage message) {
        return message.packets().stream()
                .filter(SenderReport.class::isInstance)
                .map(SenderReport.class::cast)
                .filter(report -> report.ssrc() == own.other().ssrc())
                .flatMap(report -> report.reports().stream())
                .filter(report -> report.ssrc() == own.ssrc())
                .findFirst();
    }

    /** As long at both ends, so that no report is answered with a longer one (RFC 7022 §4.2). */
    private String name() {
        byte[] bytes = new IceCredentials(own.nonce())
                .derived("sallyport cname " + own.mark())
                .slice(0, 12)
                .toArray();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
