package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;

/**
 * An attribute whose value is its bytes, up to a bound: text in all that STUN has (RFC 8489 §14), and kept as it came, for
 * Lync sends others too.
 */
public interface BoundedAttribute extends StunAttribute {

    /** Returns its value. */
    Octets bytes();

    /** Returns its value as UTF-8. */
    default String text() {
        return bytes().text();
    }

    @Override
    default Octets value(Octets transaction) {
        return bytes();
    }

    /** Refuses what is too long. */
    static void refuseMoreThan(int most, Octets bytes) {
        if (bytes.length() > most) {
            throw new IllegalArgumentException(bytes.length() + " bytes are more than the " + most + " allowed");
        }
    }
}
