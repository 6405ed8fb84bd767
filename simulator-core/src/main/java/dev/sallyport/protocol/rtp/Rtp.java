package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The protocol {@code rtp}: audio both ways, packet for packet (rows SRV-10, SRV-39, CLI-08, CLI-09, PIC-04). */
public final class Rtp {

    /** How many packets go each way; classifiers want three or four in a row before they call it RTP. */
    static final int PACKETS = 5;

    private Rtp() {}

    /** Returns the protocol. */
    public static Protocol<RtpMessage> protocol() {
        Exchange<RtpMessage> stream = new Exchange<>(
                "rtp/stream",
                Set.of(Transport.UDP, Transport.TCP),
                Exchange.Answers.AT_FAR_END,
                Stage.STREAM,
                Rtp::stream);
        return new Protocol<>("rtp", List.of(stream), new RtpService());
    }

    /** Timestamps go by 20 ms a packet; the packets themselves follow each other as fast as answers come. */
    private static List<Step<RtpMessage>> stream(Setting setting) {
        Octets nonce = Octets.parse(setting.nonce());
        RtpStream ours = new RtpStream(MarkedPayload.Mark.INITIATOR, nonce);
        RtpStream theirs = new RtpStream(MarkedPayload.Mark.FAR_END, nonce);
        List<Step<RtpMessage>> ladder = new ArrayList<>();
        for (int i = 0; i < PACKETS; i++) {
            int number = i;
            String packet = "RTP packet " + (number + 1) + " of " + PACKETS;
            ladder.add(Step.send(packet, () -> ours.packet(number, RtpStream.SAMPLES)));
            ladder.add(Step.expect("answer to " + packet, message -> isAnswer(message, theirs, number)));
        }
        return ladder;
    }

    private static Match isAnswer(RtpMessage message, RtpStream theirs, int number) {
        if (message.equals(theirs.packet(number, RtpStream.SAMPLES))) {
            return Match.expected();
        }
        if (!(message instanceof RtpPacket packet)) {
            return Match.awaiting(); // RTCP may come at any time.
        }
        Optional<MarkedPayload> marked = MarkedPayload.read(packet.payload());
        if (marked.isEmpty() || !marked.get().nonce().equals(theirs.nonce())) {
            return Match.awaiting(); // A stranger's, or another attempt's.
        }
        return judged(packet, marked.get(), theirs, number);
    }

    private static Match judged(RtpPacket packet, MarkedPayload marked, RtpStream theirs, int number) {
        if (marked.mark() == MarkedPayload.Mark.INITIATOR) {
            return Match.unexpected("this end's own packet, reflected,");
        }
        boolean repeated = marked.number() >= 0
                && marked.number() < number
                && packet.equals(theirs.packet(marked.number(), RtpStream.SAMPLES));
        return repeated ? Match.awaiting() : Match.unexpected("a packet changed on the way: " + described(packet));
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
