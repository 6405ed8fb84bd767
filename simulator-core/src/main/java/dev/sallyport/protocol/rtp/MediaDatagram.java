package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.ice.IceCheck;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.stun.StunFraming;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads and writes what shares a port of media: STUN, RTP and RTCP, told apart by their first byte (RFC 7983 §7).
 *
 * <p>From an attempt's connectivity check on, whichever way it went, RTP and RTCP are protected with the keys of its
 * nonce; only packets in clear that carry an attempt's mark, those of {@code rtp/stream}, are still taken as they are.
 */
final class MediaDatagram implements Framing<RtpMessage> {

    private static final int RTP_HEADER = 12;

    private final StunFraming stun = new StunFraming();
    private final RtpDatagram clear = new RtpDatagram();
    private Optional<MediaKeys> keys = Optional.empty();

    /** Tells whether a packet that begins with this byte is STUN. */
    static boolean isStun(byte first) {
        return (first & 0xfc) == 0;
    }

    /** Tells whether a packet that begins with this byte is RTP or RTCP. */
    static boolean isMedia(byte first) {
        return (first & 0xc0) == 0x80;
    }

    /** Returns all there is: a datagram says its own length. */
    @Override
    public int length(ByteBuffer head) {
        return head.remaining();
    }

    @Override
    public RtpMessage read(byte[] frame) throws MalformedMessageException {
        if (frame.length > 0 && isStun(frame[0])) {
            return followed(new StunPacket(stun.read(frame)), MarkedPayload.Mark.FAR_END);
        }
        if (keys.isEmpty() || frame.length < 2 || !isMedia(frame[0]) || isMarkedInClear(frame)) {
            return clear.read(frame);
        }
        Optional<byte[]> opened = RtcpMessage.isType(frame[1] & 0xff)
                ? keys.get().receiver().openControl(frame)
                : keys.get().receiver().open(frame);
        return opened.isPresent() ? clear.read(opened.get()) : new RepeatedPacket();
    }

    @Override
    public byte[] write(RtpMessage message) {
        if (message instanceof StunPacket packet) {
            followed(packet, MarkedPayload.Mark.INITIATOR);
            return stun.write(packet.message());
        }
        byte[] bytes = clear.write(message);
        if (keys.isEmpty()) {
            return bytes;
        }
        return message instanceof RtcpMessage
                ? keys.get().sender().protectControl(bytes)
                : keys.get().sender().protect(bytes);
    }

    /** A new attempt's check brings new keys; the same attempt's again changes nothing. */
    private StunPacket followed(StunPacket packet, MarkedPayload.Mark end) {
        IceCheck.proven(packet.message())
                .map(IceCredentials::nonce)
                .filter(nonce ->
                        keys.map(MediaKeys::nonce).filter(nonce::equals).isEmpty())
                .ifPresent(nonce -> keys = Optional.of(MediaKeys.at(end, nonce)));
        return packet;
    }

    private static boolean isMarkedInClear(byte[] frame) {
        return frame.length >= RTP_HEADER + MarkedPayload.LEAST
                && MarkedPayload.read(Octets.of(frame, RTP_HEADER, MarkedPayload.LEAST))
                        .isPresent();
    }
}
