package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.rtcp.ReceptionReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Media both ways, packet for packet, then a report both ways. Packets go out at the pace of their timestamps, whatever
 * comes meanwhile, so that what varies in their arrival is the way's doing; what comes back has varied both ways.
 */
final class MediaLadder {

    /** Later than this no packet is of use to a listener. */
    private static final Duration LATE = Duration.ofMillis(300);

    private final MediaFormat format;
    private final Reports reports;
    private final RtpStream ours;
    private final RtpStream theirs;
    private final Set<Integer> answered = new HashSet<>();
    private final boolean measured;

    MediaLadder(Setting setting, MediaFormat format) {
        this.format = format;
        this.measured = setting.measured();
        this.ours = new RtpStream(MarkedPayload.Mark.INITIATOR, Octets.parse(setting.nonce()));
        this.theirs = ours.other();
        this.reports = new Reports(ours, format.rate());
    }

    List<Step<RtpMessage>> packets() {
        List<Step<RtpMessage>> ladder = new ArrayList<>();
        ladder.add(Step.watch(reports::seen));
        for (int i = 0; i < format.packets(); i++) {
            int number = i;
            format.pause(number).ifPresent(time -> ladder.add(Step.pause(time)));
            ladder.add(Step.send(format.label(number), () -> reports.sent(ours.packet(format, number))));
        }
        if (measured) {
            ladder.addAll(counted());
            return ladder;
        }
        for (int i = 0; i < format.packets(); i++) {
            int number = i;
            ladder.add(Step.choice(() -> answered.contains(number) ? List.of() : List.of(answer(number))));
        }
        return ladder;
    }

    /** What comes is counted, and what does not is not awaited: the far end's report, asked for thrice, ends it. */
    private List<Step<RtpMessage>> counted() {
        return List.of(
                Step.pause(LATE),
                Step.send("RTCP sender report", this::report),
                Step.send("RTCP sender report, again", this::report),
                Step.send("RTCP sender report, for the last time", this::report),
                Step.expectTimed("report of the far end", (message, arrived) -> {
                    Match counted = isAnswer(message, format.packets(), arrived);
                    return counted instanceof Match.Unexpected || message instanceof RtpPacket
                            ? counted
                            : isReport(message);
                }));
    }

    private Step<RtpMessage> answer(int number) {
        return Step.expectTimed(
                "answer to " + format.label(number), (message, arrived) -> isAnswer(message, number, arrived));
    }

    List<Step<RtpMessage>> reports() {
        return List.of(
                Step.send("RTCP sender report", this::report), Step.expect("report of the far end", this::isReport));
    }

    /** Returns the report of now. */
    RtcpMessage report() {
        return reports.message();
    }

    private Match isAnswer(RtpMessage message, int number, long arrived) {
        if (!(message instanceof RtpPacket packet)) {
            return Match.awaiting(); // RTCP and checks may come at any time.
        }
        Optional<MarkedPayload> marked = MarkedPayload.read(packet.payload());
        if (marked.isEmpty() || !marked.get().nonce().equals(theirs.nonce())) {
            return Match.awaiting(); // A stranger's, or another attempt's.
        }
        return judged(packet, marked.get(), number, arrived);
    }

    /** Answers may overtake each other, and come twice. */
    private Match judged(RtpPacket packet, MarkedPayload marked, int number, long arrived) {
        if (marked.mark() == MarkedPayload.Mark.INITIATOR) {
            return Match.unexpected("this end's own packet, reflected,");
        }
        boolean ofTheirs = marked.number() >= 0
                && marked.number() < format.packets()
                && packet.equals(theirs.packet(format, marked.number()));
        if (!ofTheirs) {
            return Match.unexpected("a packet changed on the way: " + described(packet));
        }
        reports.came(packet, arrived);
        answered.add(marked.number());
        return marked.number() == number ? Match.expected() : Match.awaiting();
    }

    /** All packets were answered, so all must have been counted. */
    Match isReport(RtpMessage message) {
        if (message instanceof UnreadPacket unread) {
            return Match.unexpected("what is no packet (" + unread.why() + ")");
        }
        Optional<ReceptionReport> told = message instanceof RtcpMessage rtcp ? reports.told(rtcp) : Optional.empty();
        if (told.isEmpty()) {
            return Match.awaiting();
        }
        int highest = ours.sequence(0) + format.packets() - 1;
        return measured || told.get().highest() == highest && told.get().lost() <= 0
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
