package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * REALM: where the long-term credential holds (RFC 8489 §14.9).
 *
 * @param bytes UTF-8, at most 763 bytes; kept as they came, for Lync sends others too
 */
public record Realm(Octets bytes) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0014;

    private static final int MOST = 763;

    /** Refuses what is too long. */
    public Realm {
        if (bytes.length() > MOST) {
            throw new IllegalArgumentException(bytes.length() + " bytes are more than the " + MOST + " allowed");
        }
    }

    /** Returns the attribute of this text. */
    public static Realm of(String text) {
        return new Realm(Octets.utf8(text));
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
