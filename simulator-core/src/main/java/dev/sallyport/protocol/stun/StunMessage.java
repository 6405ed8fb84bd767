package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A STUN message (RFC 8489 §5): what it says, and the bytes that say it.
 *
 * <p>Made by {@link #of} and its successors, or read by {@link StunFraming}; both keep parts and bytes in step.
 *
 * @param kind request, indication, success or error
 * @param method 0 to 0xFFF; {@link #BINDING}
 * @param transaction 12 bytes
 * @param attributes in their order
 * @param wire as it came or goes, padding included: what checksums are computed over
 */
public record StunMessage(Kind kind, int method, Octets transaction, List<StunAttribute> attributes, Octets wire) {

    /** The Binding method (RFC 8489 §18.2). */
    public static final int BINDING = 0x001;

    /** The magic cookie that every message has in its fifth to eighth byte. */
    public static final int COOKIE = 0x2112a442;

    /** How many bytes stand before the attributes. */
    public static final int HEADER = 20;

    /** A message's class; the order is that of its two bits. */
    public enum Kind {
        REQUEST,
        INDICATION,
        SUCCESS,
        ERROR
    }

    /** Keeps its own copy. */
    public StunMessage {
        attributes = List.copyOf(attributes);
    }

    /** Returns a message of these attributes. */
    public static StunMessage of(Kind kind, int method, Octets transaction, List<StunAttribute> attributes) {
        if (method < 0 || method > 0xfff || transaction.length() != 12) {
            throw new IllegalArgumentException("method " + method + ", transaction " + transaction
                    + ": 12 bits and 12 bytes are needed (RFC 8489 §5)");
        }
        int length = attributes.stream()
                .mapToInt(attribute -> 4 + padded(attribute.value(transaction).length()))
                .sum();
        if (length > 0xffff) {
            throw new IllegalArgumentException(length + " bytes of attributes are more than a STUN message holds");
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER + length);
        out.putShort((short) StunType.of(kind, method)).putShort((short) length);
        out.putInt(COOKIE).put(transaction.toArray());
        for (StunAttribute attribute : attributes) {
            Octets value = attribute.value(transaction);
            out.putShort((short) attribute.type()).putShort((short) value.length());
            out.put(value.toArray()).put(new byte[padded(value.length()) - value.length()]);
        }
        return new StunMessage(kind, method, transaction, attributes, Octets.of(out.array()));
    }

    /** Returns this message with its MESSAGE-INTEGRITY added. */
    public StunMessage withIntegrity(Octets key) {
        return with(MessageIntegrity.over(counting(MessageIntegrity.SIZE, wire.length()), wire.length(), key));
    }

    /** Returns this message with its FINGERPRINT added, which must be the last. */
    public StunMessage withFingerprint() {
        return with(Fingerprint.over(counting(Fingerprint.SIZE, wire.length()), wire.length()));
    }

    /** Tells whether the MESSAGE-INTEGRITY is there and is this key's. */
    public boolean hasIntegrityOf(Octets key) {
        Optional<MessageIntegrity> stated = first(MessageIntegrity.class);
        int before = placeOf(MessageIntegrity.TYPE);
        return stated.isPresent()
                && stated.get().equals(MessageIntegrity.over(counting(MessageIntegrity.SIZE, before), before, key));
    }

    /** Returns the first attribute of a kind; attributes between MESSAGE-INTEGRITY and FINGERPRINT do not count. */
    public <A extends StunAttribute> Optional<A> first(Class<A> attribute) {
        return counted().stream()
                .filter(attribute::isInstance)
                .map(attribute::cast)
                .findFirst();
    }

    /** Returns the attributes that count (RFC 8489 §14.5): none after MESSAGE-INTEGRITY but FINGERPRINT. */
    public List<StunAttribute> counted() {
        List<StunAttribute> counted = new ArrayList<>();
        boolean sealed = false;
        for (StunAttribute attribute : attributes) {
            if (!sealed || attribute instanceof Fingerprint) {
                counted.add(attribute);
            }
            sealed = sealed || attribute instanceof MessageIntegrity;
        }
        return counted;
    }

    /** Returns kind, method and error, as evidence names a message that came: {@code ERROR of method 0x001 with 400}. */
    public String named() {
        String name = String.format("%s of method 0x%03x", kind, method);
        return first(ErrorCode.class)
                .map(error -> name + " with " + error.code() + " " + error.reason())
                .orElse(name);
    }

    private StunMessage with(StunAttribute last) {
        List<StunAttribute> more = new ArrayList<>(attributes);
        more.add(last);
        byte[] start = wire.toArray();
        ByteBuffer out =
                ByteBuffer.allocate(start.length + 4 + last.value(transaction).length());
        out.put(start).putShort((short) last.type());
        out.putShort((short) last.value(transaction).length())
                .put(last.value(transaction).toArray());
        out.putShort(2, (short) (out.capacity() - HEADER));
        return new StunMessage(kind, method, transaction, more, Octets.of(out.array()));
    }

    /** Returns the bytes before a place, their length field counting an attribute of this size there as the last. */
    private byte[] counting(int size, int before) {
        byte[] bytes = wire.slice(0, before).toArray();
        ByteBuffer.wrap(bytes).putShort(2, (short) (before - HEADER + size));
        return bytes;
    }

    /** Returns where the first attribute of a type begins; the end where there is none. */
    private int placeOf(int type) {
        ByteBuffer in = ByteBuffer.wrap(wire.toArray());
        int at = HEADER;
        while (at < wire.length() && Short.toUnsignedInt(in.getShort(at)) != type) {
            at += 4 + padded(Short.toUnsignedInt(in.getShort(at + 2)));
        }
        return at;
    }

    /** Returns a length with the padding to four bytes that follows it. */
    public static int padded(int length) {
        return (length + 3) & ~3;
    }
}
