package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A message over TCP, behind its length in two bytes (RFC 1035 §4.2.2); the same bound as over UDP. */
final class DnsFrame implements Framing<DnsMessage> {

    private static final int PREFIX = 2;

    private final DnsFraming datagram = new DnsFraming();

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = Short.toUnsignedInt(head.getShort(0));
        if (length < DnsFraming.HEADER || length > DnsFraming.LONGEST) {
            throw new MalformedMessageException(
                    "length " + length, "a message here has 12 to " + DnsFraming.LONGEST + " bytes");
        }
        return PREFIX + length;
    }

    @Override
    public DnsMessage read(byte[] frame) throws MalformedMessageException {
        return datagram.read(Arrays.copyOfRange(frame, PREFIX, frame.length));
    }

    @Override
    public byte[] write(DnsMessage message) {
        byte[] bytes = datagram.write(message);
        return ByteBuffer.allocate(PREFIX + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }
}
