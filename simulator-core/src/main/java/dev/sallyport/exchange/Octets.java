package dev.sallyport.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes as a value: what a record can carry and compare where an array could do neither.
 *
 * <p>Immutable; copies on the way in and out.
 */
public final class Octets {

    /** No bytes. */
    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a copy of these bytes. */
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** Returns a copy of a part of these bytes. */
    public static Octets of(byte[] bytes, int from, int length) {
        return new Octets(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** Returns the text's bytes in UTF-8. */
    public static Octets utf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads hexadecimal digits, two a byte, as {@link #hex} writes them. */
    public static Octets parse(String hex) {
        return new Octets(HexFormat.of().parseHex(hex));
    }

    /** Returns how many there are. */
    public int length() {
        return bytes.length;
    }

    /** Returns a copy as an array. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** Returns the part from a place on, of a length. */
    public Octets slice(int from, int length) {
        return of(bytes, from, length);
    }

    /** Returns them as UTF-8 text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns them in lower-case hexadecimal digits, two a byte. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length <= 32
                ? hex()
                : bytes.length + " bytes, " + slice(0, 32).hex() + "…";
    }
}
