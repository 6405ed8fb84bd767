package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.ice.IceCheck;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.stun.StunMessage;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The far end of media: checks, RTP and RTCP at one port, or RTCP at the next. */
final class RtpService implements Service<RtpMessage> {

    private static final int PREFIX = 2;
    private static final int RTP_HEADER = 12;
    private static final int STUN_HEAD = 8;
    private static final int COOKIE_AT = 4;

    private final Streams streams = new Streams();

    /**
     * RFC 7983 §7: a first byte of 128 to 191, or a Binding; over TCP behind a length that holds a header (RFC 4571 §2).
     * Other methods of STUN are left to TURN.
     */
    @Override
    public boolean recognises(byte[] head) {
        return begins(head, 0) || head.length > PREFIX && framed(head) >= RTP_HEADER && begins(head, PREFIX);
    }

    @Override
    public Codec<RtpMessage> codec(Transport transport) {
        return transport == Transport.UDP
                ? new DatagramCodec<>(new MediaDatagram())
                : new FramedCodec<>(new MediaFrame());
    }

    @Override
    public Answerer<RtpMessage> answer(Setting setting) {
        return new MediaAnswerer(setting, streams);
    }

    /** A check's is in its USERNAME, a plain Binding's its transaction id, RTP's in its payload; RTCP has none. */
    @Override
    public Optional<String> nonce(RtpMessage message) {
        if (message instanceof StunPacket packet) {
            StunMessage stun = packet.message();
            return Optional.of(IceCheck.proven(stun)
                    .map(IceCredentials::nonce)
                    .orElse(stun.transaction())
                    .hex());
        }
        return message instanceof RtpPacket packet
                ? MarkedPayload.read(packet.payload()).map(MarkedPayload::nonce).map(Octets::hex)
                : Optional.empty();
    }

    private static boolean begins(byte[] head, int at) {
        return head.length > at && (MediaDatagram.isMedia(head[at]) || isBinding(head, at));
    }

    private static boolean isBinding(byte[] head, int at) {
        return head.length >= at + STUN_HEAD
                && (head[at] & 0xfe) == 0
                && (head[at + 1] & 0xef) == StunMessage.BINDING
                && ByteBuffer.wrap(head).getInt(at + COOKIE_AT) == StunMessage.COOKIE;
    }

    private static int framed(byte[] head) {
        return (head[0] & 0xff) << 8 | head[1] & 0xff;
    }
}
