package dev.sallyport.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a message's fields one after the other; {@link OctetReader}'s opposite. */
public final class OctetWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    /** Begins with nothing. */
    public OctetWriter(ByteOrder order) {
        this.order = order;
    }

    /** Returns how many bytes were written. */
    public int length() {
        return out.size();
    }

    /** Writes the lowest byte. */
    public OctetWriter u8(int value) {
        out.write(value);
        return this;
    }

    /** Writes the lowest two bytes. */
    public OctetWriter u16(int value) {
        return bytes(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
    }

    /** Writes four bytes. */
    public OctetWriter i32(int value) {
        return bytes(ByteBuffer.allocate(4).order(order).putInt(value).array());
    }

    /** Writes eight bytes. */
    public OctetWriter i64(long value) {
        return bytes(ByteBuffer.allocate(8).order(order).putLong(value).array());
    }

    /** Writes bytes as they are. */
    public OctetWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Writes octets as they are. */
    public OctetWriter octets(Octets octets) {
        return bytes(octets.toArray());
    }

    /** Writes text, a byte a character (ISO 8859-1). */
    public OctetWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes so many zero bytes; none where the number is negative. */
    public OctetWriter zeros(int count) {
        return bytes(new byte[Math.max(0, count)]);
    }

    /** Writes zero bytes up to a multiple of so many from the first byte on. */
    public OctetWriter align(int multiple) {
        return zeros(Math.floorMod(-length(), multiple));
    }

    /** Returns what was written. */
    public byte[] toArray() {
        return out.toByteArray();
    }

    /** Returns what was written. */
    public Octets octets() {
        return Octets.of(toArray());
    }
}
