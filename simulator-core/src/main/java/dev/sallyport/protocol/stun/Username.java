package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * USERNAME: who authenticates (RFC 8489 §14.3).
 *
 * @param bytes UTF-8, at most 508 bytes; kept as they came, for Lync sends others too
 */
public record Username(Octets bytes) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0006;

    private static final int MOST = 508;

    /** Refuses what is too long. */
    public Username {
        if (bytes.length() > MOST) {
            throw new IllegalArgumentException(bytes.length() + " bytes are more than the " + MOST + " allowed");
        }
    }

    /** Returns the attribute of this text. */
    public static Username of(String text) {
        return new Username(Octets.utf8(text));
    }

    /** Returns its text. */
    public String text() {
        return bytes.text();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return bytes;
    }
}
