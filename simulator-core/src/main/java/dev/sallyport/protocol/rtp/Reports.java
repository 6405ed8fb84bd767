package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.StreamSeen;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.rtcp.Received;
import dev.sallyport.protocol.rtcp.ReceptionReport;
import dev.sallyport.protocol.rtcp.SenderReport;
import dev.sallyport.protocol.rtcp.SourceDescription;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What one end of a stream counts, and tells the other in RTCP (RFC 3550 §6.4). Lives as long as an attempt.
 *
 * <p>Thread-safe: a far end's two ports live on threads of their own.
 */
final class Reports {

    private final RtpStream own;
    private final int rate;
    private final Received received;
    private Optional<StreamSeen.Told> told = Optional.empty();
    private int packets;
    private int octets;
    private int time;

    /** Begins to count for the end whose stream this is; both streams' timestamps have this rate. */
    Reports(RtpStream own, int rate) {
        this.own = own;
        this.rate = rate;
        this.received = new Received(rate);
        this.time = own.time();
    }

    /** Returns the stream that this end sends. */
    RtpStream own() {
        return own;
    }

    /** Counts a packet that goes out, and returns it. */
    synchronized RtpPacket sent(RtpPacket packet) {
        packets++;
        octets += packet.payload().length();
        time = packet.timestamp();
        return packet;
    }

    /** Counts a packet of the other end's stream that came at that time. */
    synchronized void came(RtpPacket packet, long arrivedNanos) {
        if (packet.ssrc() == own.other().ssrc()) {
            received.packet(packet.sequence(), packet.timestamp(), arrivedNanos);
        }
    }

    /** Returns the report of now; its time is 0, for there is no clock here. */
    synchronized RtcpMessage message() {
        ReceptionReport report = received.report(own.other().ssrc());
        return new RtcpMessage(List.of(
                new SenderReport(own.ssrc(), 0, time, packets, octets, List.of(report)),
                new SourceDescription(own.ssrc(), name())));
    }

    /** Returns what this end has seen of the other's stream, and heard of its own. */
    synchronized StreamSeen seen() {
        return new StreamSeen(received.packets(), received.lost(), received.jitterMillis(), told);
    }

    /** Notes what the other end says of this end's stream, and returns it; nothing where the message says nothing. */
    synchronized Optional<ReceptionReport> told(RtcpMessage message) {
        Optional<ReceptionReport> report = onOwn(message);
        report.ifPresent(on -> told = Optional.of(new StreamSeen.Told(on.lost(), Received.millis(on.jitter(), rate))));
        return report;
    }

    private Optional<ReceptionReport> onOwn(RtcpMessage message) {
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
