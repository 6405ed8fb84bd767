package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Naming;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunFields;
import dev.sallyport.protocol.stun.StunFraming;
import dev.sallyport.protocol.stun.StunMessage;
import java.nio.ByteBuffer;

/**
 * STUN messages and ChannelData, told apart by their first two bits (RFC 8656 §12.4); at most 65,552 bytes.
 *
 * @param padded whether ChannelData is padded to four bytes, as over TCP (§12.5)
 */
record TurnFraming(boolean padded) implements Framing<TurnMessage> {

    private static final int CHANNEL_HEADER = 4;
    private static final StunFraming STUN = new StunFraming(TurnAttributes::read);

    @Override
    public Naming naming() {
        return StunFields.NAMING;
    }

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (!head.hasRemaining()) {
            return UNKNOWN;
        }
        int first = head.get(0) & 0xff;
        if (first < 0x40) {
            return STUN.length(head);
        }
        if (first > 0x7f) {
            throw new MalformedMessageException(
                    "message type at byte 0", String.format("0x%02x begins neither STUN nor ChannelData", first));
        }
        return head.remaining() < CHANNEL_HEADER
                ? UNKNOWN
                : CHANNEL_HEADER + padding(Short.toUnsignedInt(head.getShort(2)));
    }

    @Override
    public TurnMessage read(byte[] frame) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(frame);
        int length = length(in);
        if (length != UNKNOWN && (frame[0] & 0xff) < 0x40) {
            return new TurnMessage.Control(STUN.read(frame));
        }
        // Over UDP padding is not needed, but allowed.
        if (length == UNKNOWN || frame.length < length || frame.length > StunMessage.padded(length)) {
            throw new MalformedMessageException(
                    "ChannelData length at byte 2", frame.length + " bytes are not what its length says");
        }
        return new TurnMessage.ChannelData(
                Short.toUnsignedInt(in.getShort(0)),
                Octets.of(frame, CHANNEL_HEADER, Short.toUnsignedInt(in.getShort(2))));
    }

    @Override
    public byte[] write(TurnMessage message) {
        if (message instanceof TurnMessage.Control control) {
            return STUN.write(control.message());
        }
        if (message instanceof TurnMessage.ChannelData channel) {
            byte[] data = channel.data().toArray();
            ByteBuffer out = ByteBuffer.allocate(CHANNEL_HEADER + padding(data.length));
            out.putShort((short) channel.channel()).putShort((short) data.length);
            return out.put(data).array();
        }
        throw new IllegalArgumentException("what comes from aside has no place on the control connection: " + message);
    }

    private int padding(int length) {
        return padded ? StunMessage.padded(length) : length;
    }
}
