package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.protocol.stun.StunMessage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Media and checks over TCP: each behind its length in two bytes (RFC 4571 §2), at most 65,537 with them.
 *
 * <p>A client of plain STUN, which frames nothing, is known by its first eight bytes and gets its answers unframed: read
 * as a length, its type would announce a single byte, too few for anything.
 */
final class MediaFrame implements Framing<RtpMessage> {

    private static final int PREFIX = 2;
    private static final int BINDING_REQUEST = 0x0001;
    private static final int COOKIE_AT = 4;
    private static final int STUN_HEADER = 20;

    private final MediaDatagram datagram = new MediaDatagram();
    private boolean bare;

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = Short.toUnsignedInt(head.getShort(0));
        if (length == BINDING_REQUEST) {
            return bareLength(head);
        }
        bare = false;
        requireMedia(head, length);
        return PREFIX + length;
    }

    @Override
    public RtpMessage read(byte[] frame) throws MalformedMessageException {
        if (bare) {
            return datagram.read(frame);
        }
        return frame.length == PREFIX
                ? new NullPacket()
                : datagram.read(Arrays.copyOfRange(frame, PREFIX, frame.length));
    }

    @Override
    public byte[] write(RtpMessage message) {
        byte[] bytes = message instanceof NullPacket ? new byte[0] : datagram.write(message);
        if (bare && message instanceof StunPacket) {
            return bytes;
        }
        if (bytes.length > 0xffff) {
            throw new IllegalArgumentException(bytes.length + " bytes are more than RFC 4571 can frame");
        }
        return ByteBuffer.allocate(PREFIX + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private int bareLength(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() < COOKIE_AT + Integer.BYTES) {
            return UNKNOWN;
        }
        if (head.getInt(COOKIE_AT) != StunMessage.COOKIE) {
            throw new MalformedMessageException("length at byte 0", "a single byte is no packet of media or STUN");
        }
        bare = true;
        return STUN_HEADER + Short.toUnsignedInt(head.getShort(2));
    }

    private static void requireMedia(ByteBuffer head, int length) throws MalformedMessageException {
        if (length == 0 || head.remaining() <= PREFIX || MediaDatagram.isMedia(head.get(PREFIX))) {
            return;
        }
        boolean stun = MediaDatagram.isStun(head.get(PREFIX));
        int stated =
                head.remaining() < PREFIX + 4 ? length : STUN_HEADER + Short.toUnsignedInt(head.getShort(PREFIX + 2));
        if (!stun || stated != length) {
            throw new MalformedMessageException(
                    "byte 0 after the length", "it is no RTP of version 2, and no STUN of that length");
        }
    }
}
