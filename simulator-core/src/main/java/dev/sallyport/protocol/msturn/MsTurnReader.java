package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.AttributeReader;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads control messages; attributes follow each other without padding ([MS-TURN] §2.2). */
final class MsTurnReader {

    private static final AttributeReader ATTRIBUTES = MsTurnAttributes::read;

    private MsTurnReader() {}

    /** Tells whether bytes begin as control messages do; the first 28 say it. */
    static boolean isControl(byte[] bytes) {
        return bytes.length >= StunMessage.HEADER + 8
                && (bytes[0] & 0xfe) == 0
                && ByteBuffer.wrap(bytes).getLong(StunMessage.HEADER) == MagicCookie.START;
    }

    static MsTurnControl read(byte[] bytes) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!isControl(bytes)) {
            throw new MalformedMessageException(
                    "first attribute at byte 20", bytes.length + " bytes do not begin with the magic cookie");
        }
        int length = Short.toUnsignedInt(in.getShort(2));
        if (StunMessage.HEADER + length != bytes.length) {
            throw new MalformedMessageException(
                    "message length at byte 2",
                    length + " is not the " + (bytes.length - StunMessage.HEADER) + " bytes that follow the header");
        }
        int code = Short.toUnsignedInt(in.getShort(0));
        Octets transaction = Octets.of(bytes, 4, 16);
        MsTurnType type = MsTurnType.of(code)
                .orElseThrow(() -> new MalformedMessageException(
                        "message type at byte 0", String.format("0x%04x is none of the dialect's", code)));
        return new MsTurnControl(type, transaction, attributes(bytes, transaction), Octets.of(bytes));
    }

    private static List<StunAttribute> attributes(byte[] bytes, Octets transaction) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(StunMessage.HEADER);
        List<StunAttribute> read = new ArrayList<>();
        while (in.hasRemaining()) {
            int at = in.position();
            if (in.remaining() < 4) {
                throw new MalformedMessageException(
                        "attribute at byte " + at, in.remaining() + " bytes are less than its header");
            }
            int type = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            String place = String.format("attribute 0x%04x at byte %d", type, at);
            if (length > in.remaining()) {
                throw new MalformedMessageException(
                        place, length + " bytes are more than the " + in.remaining() + " that follow");
            }
            read.add(ATTRIBUTES.read(type, Octets.of(bytes, at + 4, length), transaction, place));
            in.position(at + 4 + length);
        }
        return read;
    }
}
