package dev.sallyport.protocol.standin;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Frames of a stand-in: a mark of four bytes, the length of what follows in four, kind in one, nonce, body.
 *
 * @param mark of the protocol: {@code SLY} and a letter of its own
 * @param kinds in the order of their numbers
 */
public record StandInFraming(int mark, List<StandInKind> kinds) implements Framing<StandInFrame> {

    private static final int PREFIX = 8;
    private static final int HEAD = 13;

    /** Keeps its own copy. */
    public StandInFraming {
        kinds = List.copyOf(kinds);
    }

    /** Tells whether the bytes begin with the mark. */
    public boolean begins(byte[] head) {
        return head.length >= 4 && ByteBuffer.wrap(head).getInt(0) == mark;
    }

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() >= 4 && head.getInt(0) != mark) {
            throw new MalformedMessageException(
                    "mark at byte 0", String.format("0x%08x is not 0x%08x", head.getInt(0), mark));
        }
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = head.getInt(4);
        if (length < HEAD || length > HEAD + StandInFrame.MOST) {
            throw new MalformedMessageException("length at byte 4", Integer.toUnsignedString(length) + " bytes");
        }
        return PREFIX + length;
    }

    @Override
    public StandInFrame read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.BIG_ENDIAN);
        in.goTo(PREFIX, "kind");
        int kind = in.u8("kind");
        Octets nonce = in.octets(12, "nonce");
        return new StandInFrame(kind(kind), nonce, in.rest());
    }

    private StandInKind kind(int number) throws MalformedMessageException {
        if (number < 1 || number > kinds.size()) {
            throw new MalformedMessageException("kind at byte 8", number + " is none of the " + kinds.size());
        }
        return kinds.get(number - 1);
    }

    @Override
    public byte[] write(StandInFrame frame) {
        return new OctetWriter(ByteOrder.BIG_ENDIAN)
                .i32(mark)
                .i32(HEAD + frame.body().length())
                .u8(frame.kind().number())
                .octets(frame.nonce())
                .octets(frame.body())
                .toArray();
    }
}
