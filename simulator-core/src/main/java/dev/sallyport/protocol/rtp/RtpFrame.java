package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** RTP and RTCP over TCP: each behind its length in two bytes (RFC 4571 §2), at most 65,537 with them. */
final class RtpFrame implements Framing<RtpMessage> {

    private static final int PREFIX = 2;

    private final RtpDatagram datagram = new RtpDatagram();

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = Short.toUnsignedInt(head.getShort(0));
        if (length > 0 && head.remaining() > PREFIX && (head.get(PREFIX) & 0xc0) != 0x80) {
            throw new MalformedMessageException("byte 0 after the length", "it is no RTP of version 2");
        }
        return PREFIX + length;
    }

    @Override
    public RtpMessage read(byte[] frame) throws MalformedMessageException {
        return frame.length == PREFIX
                ? new NullPacket()
                : datagram.read(Arrays.copyOfRange(frame, PREFIX, frame.length));
    }

    @Override
    public byte[] write(RtpMessage message) {
        byte[] bytes = datagram.write(message);
        if (bytes.length > 0xffff) {
            throw new IllegalArgumentException(bytes.length + " bytes are more than RFC 4571 can frame");
        }
        return ByteBuffer.allocate(PREFIX + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }
}
