package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.msturn.MsTurnMessage.EndToEnd;
import java.nio.ByteBuffer;

/**
 * What the dialect sends over TCP: hellos as they are, then frames of type, a zero, a length of two bytes, and as many
 * bytes ([MS-TURN] §2.1.4).
 */
final class MsTurnFrames implements Framing<MsTurnMessage> {

    private static final int HANDSHAKE = 0x16;
    private static final int CONTROL = 0x02;
    private static final int END_TO_END = 0x03;
    private static final int HEADER = 4;
    private static final int HELLO_TYPE_AT = 5;

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (!head.hasRemaining()) {
            return UNKNOWN;
        }
        int type = head.get(0) & 0xff;
        if (type == HANDSHAKE) {
            return head.remaining() <= HELLO_TYPE_AT ? UNKNOWN : side(head).length();
        }
        if (type != CONTROL && type != END_TO_END) {
            throw new MalformedMessageException(
                    "frame type at byte 0", String.format("0x%02x is neither 0x02, 0x03 nor a hello", type));
        }
        if (head.remaining() > 1 && head.get(1) != 0) {
            throw new MalformedMessageException("reserved byte at byte 1", head.get(1) + " is not 0");
        }
        return head.remaining() < HEADER ? UNKNOWN : HEADER + Short.toUnsignedInt(head.getShort(2));
    }

    private static PseudoHello.Side side(ByteBuffer head) throws MalformedMessageException {
        return switch (head.get(HELLO_TYPE_AT)) {
            case 1 -> PseudoHello.Side.CLIENT;
            case 2 -> PseudoHello.Side.SERVER;
            default ->
                throw new MalformedMessageException(
                        "handshake type at byte 5", head.get(HELLO_TYPE_AT) + " is no hello");
        };
    }

    @Override
    public MsTurnMessage read(byte[] frame) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(frame);
        if (length(in) != frame.length) {
            throw new MalformedMessageException(
                    "frame length at byte 2", frame.length + " bytes are not the header and what its length says");
        }
        if (frame[0] == HANDSHAKE) {
            return hello(frame, side(in));
        }
        Octets payload = Octets.of(frame, HEADER, frame.length - HEADER);
        return frame[0] == CONTROL ? MsTurnReader.read(payload.toArray()) : new EndToEnd(payload);
    }

    private static PseudoHello hello(byte[] frame, PseudoHello.Side side) throws MalformedMessageException {
        try {
            return PseudoHello.read(side, Octets.of(frame));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("hello at byte 0", e.getMessage());
        }
    }

    @Override
    public byte[] write(MsTurnMessage message) {
        if (message instanceof PseudoHello hello) {
            return hello.wire().toArray();
        }
        if (message instanceof MsTurnControl control) {
            return frame(CONTROL, control.wire());
        }
        if (message instanceof EndToEnd data) {
            return frame(END_TO_END, data.data());
        }
        throw new IllegalArgumentException("what comes from aside has no place on the control connection: " + message);
    }

    private static byte[] frame(int type, Octets payload) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.length());
        out.put((byte) type).put((byte) 0).putShort((short) payload.length());
        return out.put(payload.toArray()).array();
    }
}
