package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;

/** One attribute of a STUN message (RFC 8489 §14). */
public sealed interface StunAttribute
        permits ErrorCode,
                Fingerprint,
                MappedAddress,
                MessageIntegrity,
                Nonce,
                RawAttribute,
                Realm,
                Software,
                UnknownAttributes,
                Username,
                XorMappedAddress {

    /** Returns the attribute's type, as IANA registers it. */
    int type();

    /** Returns the attribute's value without padding, in a message of this transaction. */
    Octets value(Octets transaction);

    /** Tells whether a receiver that does not know the type must say so (RFC 8489 §14). */
    default boolean isComprehensionRequired() {
        return type() < 0x8000;
    }

    /**
     * Reads the value of an attribute.
     *
     * @param place names the attribute where it is refused
     */
    static StunAttribute read(int type, Octets value, Octets transaction, String place)
            throws MalformedMessageException {
        try {
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
        } catch (IllegalArgumentException e) {
            // What would be a bug in a record of ours is, in bytes that came, the peer's fault.
            throw new MalformedMessageException(place, e.getMessage());
        }
    }
}
