package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.rtcp.ReceptionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Media both ways, packet for packet, then a report both ways. Timestamps go by as the medium's do; the packets
 * themselves follow each other as fast as answers come.
 */
final class MediaLadder {

    private final MediaFormat format;
    private final Reports reports;
    private final RtpStream ours;
    private final RtpStream theirs;

    MediaLadder(Setting setting, MediaFormat format) {
        this.format = format;
        this.ours = new RtpStream(MarkedPayload.Mark.INITIATOR, Octets.parse(setting.nonce()));
        this.theirs = ours.other();
        this.reports = new Reports(ours);
    }

    List<Step<RtpMessage>> packets() {
        List<Step<RtpMessage>> ladder = new ArrayList<>();
        for (int i = 0; i < format.packets(); i++) {
            int number = i;
            String packet = format.label(number);
            ladder.add(Step.send(packet, () -> reports.sent(ours.packet(format, number))));
            ladder.add(Step.expect("answer to " + packet, message -> isAnswer(message, number)));
        }
        return ladder;
    }

    List<Step<RtpMessage>> reports() {
        return List.of(
                Step.send("RTCP sender report", reports::message),
                Step.expect("report of the far end", this::isReport));
    }

    private Match isAnswer(RtpMessage message, int number) {
        if (message.equals(theirs.packet(format, number))) {
            reports.came((RtpPacket) message);
            return Match.expected();
        }
        if (!(message instanceof RtpPacket packet)) {
            return Match.awaiting(); // RTCP and checks may come at any time.
        }
        Optional<MarkedPayload> marked = MarkedPayload.read(packet.payload());
        if (marked.isEmpty() || !marked.get().nonce().equals(theirs.nonce())) {
            return Match.awaiting(); // A stranger's, or another attempt's.
        }
        return judged(packet, marked.get(), number);
    }

    private Match judged(RtpPacket packet, MarkedPayload marked, int number) {
        if (marked.mark() == MarkedPayload.Mark.INITIATOR) {
            return Match.unexpected("this end's own packet, reflected,");
        }
        boolean repeated = marked.number() >= 0
                && marked.number() < number
                && packet.equals(theirs.packet(format, marked.number()));
        return repeated ? Match.awaiting() : Match.unexpected("a packet changed on the way: " + described(packet));
    }

    /** All packets were answered, so all must have been counted. */
    private Match isReport(RtpMessage message) {
        Optional<ReceptionReport> told = message instanceof RtcpMessage rtcp ? reports.told(rtcp) : Optional.empty();
        if (told.isEmpty()) {
            return Match.awaiting();
        }
        int highest = ours.sequence(0) + format.packets() - 1;
        return told.get().highest() == highest && told.get().lost() <= 0
                ? Match.expected()
                : Match.unexpected("a report of " + told.get().lost() + " packets lost up to sequence "
                        + told.get().highest() + ", where all up to " + highest + " were answered,");
    }

    private static String described(RtpPacket packet) {
        return String.format(
                "payload type %d, sequence %d, timestamp %d, SSRC 0x%08x, %d bytes of payload",
                packet.payloadType(),
                packet.sequence(),
                Integer.toUnsignedLong(packet.timestamp()),
                packet.ssrc(),
                packet.payload().length());
    }
}
