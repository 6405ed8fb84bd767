package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A control message ([MS-TURN] §2.2): what it says, and the bytes that say it.
 *
 * <p>Made by {@link #of} and {@link #withIntegrity}, or read by {@link MsTurnReader}; both keep parts and bytes in step.
 *
 * @param transaction 16 bytes
 * @param attributes in their order, {@link MagicCookie} first
 * @param wire as it comes or goes, without a frame: what the digest is computed over
 */
public record MsTurnControl(MsTurnType type, Octets transaction, List<StunAttribute> attributes, Octets wire)
        implements MsTurnMessage {

    private static final int TRANSACTION = 16;
    private static final int BLOCK = 64;

    /** Keeps its own copy. */
    public MsTurnControl {
        attributes = List.copyOf(attributes);
    }

    /** Returns a message of these attributes, after the cookie. */
    public static MsTurnControl of(MsTurnType type, Octets transaction, List<? extends StunAttribute> attributes) {
        if (transaction.length() != TRANSACTION) {
            throw new IllegalArgumentException("transaction " + transaction + " has not 16 bytes");
        }
        List<StunAttribute> all = new ArrayList<>(List.of(new MagicCookie()));
        all.addAll(attributes);
        byte[] body = body(all, transaction);
        ByteBuffer out = ByteBuffer.allocate(StunMessage.HEADER + body.length);
        out.putShort((short) type.code()).putShort((short) body.length).put(transaction.toArray());
        return new MsTurnControl(type, transaction, all, Octets.of(out.put(body).array()));
    }

    private static byte[] body(List<StunAttribute> attributes, Octets transaction) {
        int length = attributes.stream()
                .mapToInt(attribute -> 4 + attribute.value(transaction).length())
                .sum();
        if (length > 0xffff) {
            throw new IllegalArgumentException(length + " bytes of attributes are more than a message holds");
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (StunAttribute attribute : attributes) {
            Octets value = attribute.value(transaction);
            out.putShort((short) attribute.type()).putShort((short) value.length());
            out.put(value.toArray());
        }
        return out.array();
    }

    /** Returns this message with its Message Integrity as the last attribute. */
    public MsTurnControl withIntegrity(Octets key) {
        List<StunAttribute> more = new ArrayList<>(attributes.subList(1, attributes.size()));
        more.add(digest(wire.length(), key));
        return of(type, transaction, more);
    }

    /** Tells whether the Message Integrity is there, is the last attribute, and is this key's. */
    public boolean hasIntegrityOf(Octets key) {
        int before = wire.length() - MessageIntegrity.SIZE;
        return before >= StunMessage.HEADER
                && attributes.get(attributes.size() - 1) instanceof MessageIntegrity stated
                && stated.equals(digest(before, key));
    }

    /** Returns the first attribute of a kind. */
    public <A extends StunAttribute> Optional<A> first(Class<A> attribute) {
        return attributes.stream()
                .filter(attribute::isInstance)
                .map(attribute::cast)
                .findFirst();
    }

    /** Returns type and error, as evidence names a message that came: {@code Allocate error with 401 Unauthorized}. */
    public String named() {
        return first(ErrorCode.class)
                .map(error -> type.text() + " with " + error.code() + " " + error.reason())
                .orElse(type.text());
    }

    /** The header counts the digest already; zeroes fill up the last block of 64 bytes (RFC 3489 §11.2.8). */
    private MessageIntegrity digest(int before, Octets key) {
        byte[] padded = Arrays.copyOf(wire.slice(0, before).toArray(), (before + BLOCK - 1) / BLOCK * BLOCK);
        ByteBuffer.wrap(padded).putShort(2, (short) (before - StunMessage.HEADER + MessageIntegrity.SIZE));
        return MessageIntegrity.over(padded, padded.length, key);
    }
}
