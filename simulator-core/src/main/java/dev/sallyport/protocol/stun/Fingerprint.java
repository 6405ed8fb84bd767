package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * FINGERPRINT: a checksum over all that stands before it, by which STUN is told from what shares its port
 * (RFC 8489 §14.7).
 *
 * @param value CRC-32 of those bytes, combined with 0x5354554E
 */
public record Fingerprint(int value) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x8028;

    /** How many bytes it takes in a message. */
    static final int SIZE = 8;

    private static final int MASK = 0x5354554e;

    /** Returns the fingerprint of a message's bytes up to it, its length field already counting it. */
    static Fingerprint over(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return new Fingerprint((int) crc.getValue() ^ MASK);
    }

    static Fingerprint read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no CRC-32, which has 4");
        }
        return new Fingerprint(ByteBuffer.wrap(value.toArray()).getInt());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(4).putInt(value).array());
    }
}
