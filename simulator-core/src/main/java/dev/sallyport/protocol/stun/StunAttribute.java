package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;

/** One attribute of a STUN message (RFC 8489 §14); open, for every use of STUN brings its own. */
public interface StunAttribute {

    /** Returns the attribute's type, as IANA registers it. */
    int type();

    /**
     * Returns the attribute's value without padding.
     *
     * @param transaction of the message it stands in: 12 bytes, or the 16 of a message from before RFC 5389
     */
    Octets value(Octets transaction);

    /** Tells whether a receiver that does not know the type must say so (RFC 8489 §14). */
    default boolean isComprehensionRequired() {
        return type() < 0x8000;
    }

    /**
     * Reads the value of one of STUN's own attributes.
     *
     * @throws IllegalArgumentException when the bytes are no value of that type
     */
    static StunAttribute read(int type, Octets value, Octets transaction) {
        return switch (type) {
            case MappedAddress.TYPE -> MappedAddress.read(value);
            case Username.TYPE -> new Username(value);
            case MessageIntegrity.TYPE -> new MessageIntegrity(value);
            case ErrorCode.TYPE -> ErrorCode.read(value);
            case UnknownAttributes.TYPE -> UnknownAttributes.read(value);
            case Realm.TYPE -> new Realm(value);
            case Nonce.TYPE -> new Nonce(value);
            case XorMappedAddress.TYPE -> XorMappedAddress.read(value, transaction);
            case Software.TYPE -> new Software(value);
            case Fingerprint.TYPE -> Fingerprint.read(value);
            default -> new RawAttribute(type, value);
        };
    }

    /** Reads one of STUN's own attributes that came; the place names it where it is refused. */
    static StunAttribute read(int type, Octets value, Octets transaction, String place)
            throws MalformedMessageException {
        AttributeReader own = StunAttribute::read;
        return own.read(type, value, transaction, place);
    }
}
