package dev.sallyport.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a message's fields one after the other; what is not there is malformed, named with its byte.
 *
 * <p>Not thread-safe; lives as long as one message is read.
 */
public final class OctetReader {

    private final ByteBuffer in;

    /** Begins at the first byte. */
    public OctetReader(byte[] bytes, ByteOrder order) {
        this.in = ByteBuffer.wrap(bytes).order(order);
    }

    /** Returns the place of the next byte, from 0 on. */
    public int at() {
        return in.position();
    }

    /** Returns how many bytes are left. */
    public int left() {
        return in.remaining();
    }

    /** Reads one byte, 0 to 255. */
    public int u8(String field) throws MalformedMessageException {
        require(1, field);
        return in.get() & 0xff;
    }

    /** Reads two bytes, 0 to 65,535. */
    public int u16(String field) throws MalformedMessageException {
        require(2, field);
        return Short.toUnsignedInt(in.getShort());
    }

    /** Reads four bytes; as many bits as an int has, the highest included. */
    public int i32(String field) throws MalformedMessageException {
        require(4, field);
        return in.getInt();
    }

    /** Reads eight bytes. */
    public long i64(String field) throws MalformedMessageException {
        require(8, field);
        return in.getLong();
    }

    /** Reads a count in four bytes that cannot be more than a bound. */
    public int count(String field, int most) throws MalformedMessageException {
        int place = at();
        long count = Integer.toUnsignedLong(i32(field));
        if (count > most) {
            throw new MalformedMessageException(field + " at byte " + place, count + " is more than " + most);
        }
        return (int) count;
    }

    /** Reads so many bytes. */
    public Octets octets(int length, String field) throws MalformedMessageException {
        require(length, field);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Octets.of(bytes);
    }

    /** Reads text up to a zero byte, which it takes as well; a character a byte (ISO 8859-1). */
    public String textToZero(String field) throws MalformedMessageException {
        int end = in.position();
        while (end < in.limit() && in.get(end) != 0) {
            end++;
        }
        if (end == in.limit()) {
            throw malformed(field, "no zero byte ends it");
        }
        byte[] bytes = octets(end - in.position(), field).toArray();
        in.get();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Passes over bytes that say nothing, up to a multiple of so many from the first byte on. */
    public void align(int multiple, String field) throws MalformedMessageException {
        octets(Math.floorMod(-at(), multiple), field);
    }

    /** Goes to a place, forwards or back. */
    public void goTo(int place, String field) throws MalformedMessageException {
        if (place < 0 || place > in.limit()) {
            throw malformed(field, "byte " + place + " is none of the " + in.limit());
        }
        in.position(place);
    }

    /** Reads what is left. */
    public Octets rest() {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return Octets.of(bytes);
    }

    /** Requires that nothing is left. */
    public void end() throws MalformedMessageException {
        if (in.hasRemaining()) {
            throw malformed("end", left() + " bytes follow where the message is over");
        }
    }

    /** Returns what says that a field, which begins at the next byte, is malformed. */
    public MalformedMessageException malformed(String field, String problem) {
        return new MalformedMessageException(field + " at byte " + at(), problem);
    }

    private void require(int length, String field) throws MalformedMessageException {
        if (length < 0 || in.remaining() < length) {
            throw malformed(field, Integer.toUnsignedLong(length) + " bytes are more than the " + left() + " left");
        }
    }
}
