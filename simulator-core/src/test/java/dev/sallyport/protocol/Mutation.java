package dev.sallyport.protocol;

import dev.sallyport.exchange.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One thing done to bytes on their way.
 *
 * @param place taken modulo their length
 * @param value what is put there, or how many there are
 */
record Mutation(Kind kind, int place, int value) {

    enum Kind {
        FLIP,
        SET,
        EMPTY,
        FILL,
        CUT,
        DROP,
        DOUBLE,
        INSERT
    }

    /** Returns other bytes; at most twice as many. */
    byte[] of(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = Math.floorMod(place, bytes.length);
        int some = Math.min(bytes.length - at, 1 + Math.floorMod(value, 32));
        byte[] changed = bytes.clone();
        switch (kind) {
            case FLIP -> changed[at] ^= (byte) (1 << (value & 7));
            case SET -> changed[at] = (byte) value;
            case EMPTY -> Arrays.fill(changed, at, at + some, (byte) 0);
            case FILL -> Arrays.fill(changed, at, at + some, (byte) 0xff);
            case CUT -> changed = Arrays.copyOf(bytes, at);
            case DROP -> changed = joined(bytes, at, new byte[0], at + some);
            case DOUBLE ->
                changed = joined(bytes, at, Octets.of(bytes, at, some).toArray(), at);
            case INSERT -> changed = joined(bytes, at, new byte[some], at);
            default -> throw new IllegalStateException("every kind is done above: " + kind);
        }
        return changed;
    }

    /** Returns bytes in pieces of a size from 1 on. */
    static List<byte[]> pieces(byte[] bytes, int size) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
        }
        return pieces;
    }

    static byte[] joined(byte[] bytes, int end, byte[] between, int from) {
        byte[] joined = Arrays.copyOf(bytes, end + between.length + bytes.length - from);
        System.arraycopy(between, 0, joined, end, between.length);
        System.arraycopy(bytes, from, joined, end + between.length, bytes.length - from);
        return joined;
    }
}
