package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Naming;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * STUN messages by the length in their header (RFC 8489 §6.2.2); at most 65,552 bytes.
 *
 * <p>A wrong FINGERPRINT is refused here: bytes with one are no STUN message (§6.3).
 */
public final class StunFraming implements Framing<StunMessage> {

    private final AttributeReader attributes;

    /** Knows STUN's own attributes. */
    public StunFraming() {
        this(StunAttribute::read);
    }

    /** Knows the attributes that this reader knows. */
    public StunFraming(AttributeReader attributes) {
        this.attributes = attributes;
    }

    @Override
    public Naming naming() {
        return StunFields.NAMING;
    }

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.hasRemaining() && (head.get(0) & 0xc0) != 0) {
            throw new MalformedMessageException("message type at byte 0", "its first two bits are not zero");
        }
        if (head.remaining() < 4) {
            return UNKNOWN;
        }
        int length = Short.toUnsignedInt(head.getShort(2));
        if (length % 4 != 0) {
            throw new MalformedMessageException("message length at byte 2", length + " is not a multiple of 4");
        }
        if (head.remaining() >= 8 && head.getInt(4) != StunMessage.COOKIE) {
            throw new MalformedMessageException(
                    "magic cookie at byte 4",
                    String.format("0x%08x is not 0x%08x", head.getInt(4), StunMessage.COOKIE));
        }
        return StunMessage.HEADER + length;
    }

    @Override
    public StunMessage read(byte[] frame) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(frame);
        if (frame.length < StunMessage.HEADER || length(in) != frame.length) {
            throw new MalformedMessageException(
                    "message length at byte 2", frame.length + " bytes are not the header and what its length says");
        }
        int type = in.getShort(0);
        Octets transaction = Octets.of(frame, 8, 12);
        return new StunMessage(
                StunType.kind(type),
                StunType.method(type),
                transaction,
                attributes(frame, transaction),
                Octets.of(frame));
    }

    @Override
    public byte[] write(StunMessage message) {
        return message.wire().toArray();
    }

    private List<StunAttribute> attributes(byte[] frame, Octets transaction) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(frame).position(StunMessage.HEADER);
        List<StunAttribute> read = new ArrayList<>();
        while (in.hasRemaining()) {
            int at = in.position();
            int type = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            String place = String.format("attribute 0x%04x at byte %d", type, at);
            if (StunMessage.padded(length) > in.remaining()) {
                throw new MalformedMessageException(
                        place, length + " bytes are more than the " + in.remaining() + " that follow");
            }
            StunAttribute attribute = attributes.read(type, Octets.of(frame, at + 4, length), transaction, place);
            in.position(at + 4 + StunMessage.padded(length));
            requireRight(attribute, frame, at, place);
            read.add(attribute);
        }
        return read;
    }

    private static void requireRight(StunAttribute attribute, byte[] frame, int at, String place)
            throws MalformedMessageException {
        if (!(attribute instanceof Fingerprint stated)) {
            return;
        }
        if (at + Fingerprint.SIZE != frame.length) {
            throw new MalformedMessageException(place, "FINGERPRINT is not the last attribute");
        }
        Fingerprint right = Fingerprint.over(frame, at);
        if (!stated.equals(right)) {
            throw new MalformedMessageException(
                    place,
                    String.format(
                            "FINGERPRINT 0x%08x is not that of the bytes, 0x%08x", stated.value(), right.value()));
        }
    }
}
