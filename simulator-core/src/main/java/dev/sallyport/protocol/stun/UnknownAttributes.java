package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * UNKNOWN-ATTRIBUTES: what had to be understood and was not, beside a 420 (RFC 8489 §14.13).
 *
 * @param types their types, in order
 */
public record UnknownAttributes(List<Integer> types) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x000a;

    /** Keeps its own copy. */
    public UnknownAttributes {
        types = List.copyOf(types);
    }

    /** Reads its value. */
    public static UnknownAttributes read(Octets value) {
        if (value.length() % 2 != 0) {
            throw new IllegalArgumentException(value.length() + " bytes are no list of 16-bit types");
        }
        ByteBuffer in = ByteBuffer.wrap(value.toArray());
        List<Integer> types = new ArrayList<>();
        while (in.hasRemaining()) {
            types.add(Short.toUnsignedInt(in.getShort()));
        }
        return new UnknownAttributes(types);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        ByteBuffer out = ByteBuffer.allocate(2 * types.size());
        types.forEach(type -> out.putShort(type.shortValue()));
        return Octets.of(out.array());
    }
}
