package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;

/**
 * The far end of media: answers each packet of an initiator with one of its own stream, as long or shorter.
 *
 * <p>Takes everything else without a word, RTCP and strangers' media: it reflects nothing that is not marked for it.
 */
final class RtpService implements Service<RtpMessage> {

    private static final int HEADER = 12;

    /** RFC 7983 §7: a first byte of 128 to 191; over TCP behind a length that holds a header (RFC 4571 §2). */
    @Override
    public boolean recognises(byte[] head) {
        return head.length > 0 && isMedia(head[0]) || head.length > 2 && framed(head) >= HEADER && isMedia(head[2]);
    }

    @Override
    public Codec<RtpMessage> codec(Transport transport) {
        return transport == Transport.UDP ? new DatagramCodec<>(new RtpDatagram()) : new FramedCodec<>(new RtpFrame());
    }

    @Override
    public Answerer<RtpMessage> answer(Setting setting) {
        return message -> marked(message)
                .filter(marked -> marked.mark() == MarkedPayload.Mark.INITIATOR)
                .map(marked -> answer((RtpPacket) message, marked))
                .orElse(List.of());
    }

    @Override
    public Optional<String> nonce(RtpMessage message) {
        return marked(message).map(MarkedPayload::nonce).map(Octets::hex);
    }

    private static List<Step<RtpMessage>> answer(RtpPacket packet, MarkedPayload marked) {
        RtpStream own = new RtpStream(MarkedPayload.Mark.FAR_END, marked.nonce());
        RtpPacket answer = own.packet(marked.number(), packet.payload().length());
        return List.of(Step.send("answer to RTP packet " + (marked.number() + 1), () -> answer));
    }

    private static Optional<MarkedPayload> marked(RtpMessage message) {
        return message instanceof RtpPacket packet ? MarkedPayload.read(packet.payload()) : Optional.empty();
    }

    private static int framed(byte[] head) {
        return (head[0] & 0xff) << 8 | head[1] & 0xff;
    }

    private static boolean isMedia(byte first) {
        return (first & 0xc0) == 0x80;
    }
}
