package dev.sallyport.protocol.cls;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames of the stand-in: a mark of four bytes, the length of what follows in four, kind in one, nonce, body. */
final class ClsFraming implements Framing<ClsFrame> {

    /** {@code SLYL}: not Microsoft's. */
    static final int MARK = 0x534c594c;

    private static final int PREFIX = 8;
    private static final int HEAD = 13;

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() >= 4 && head.getInt(0) != MARK) {
            throw new MalformedMessageException(
                    "mark at byte 0", String.format("0x%08x is not 0x%08x", head.getInt(0), MARK));
        }
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = head.getInt(4);
        if (length < HEAD || length > HEAD + ClsFrame.MOST) {
            throw new MalformedMessageException("length at byte 4", Integer.toUnsignedString(length) + " bytes");
        }
        return PREFIX + length;
    }

    @Override
    public ClsFrame read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.BIG_ENDIAN);
        in.goTo(PREFIX, "kind");
        int kind = in.u8("kind");
        if (kind != ClsFrame.SEARCH && kind != ClsFrame.LINES) {
            throw new MalformedMessageException("kind at byte 8", kind + " is neither a search nor lines");
        }
        Octets nonce = in.octets(12, "nonce");
        return new ClsFrame(kind, nonce, in.rest());
    }

    @Override
    public byte[] write(ClsFrame frame) {
        return new OctetWriter(ByteOrder.BIG_ENDIAN)
                .i32(MARK)
                .i32(HEAD + frame.body().length())
                .u8(frame.kind())
                .octets(frame.nonce())
                .octets(frame.body())
                .toArray();
    }
}
