package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;

/**
 * Knows the attributes of a registry by their types: STUN's own are {@link StunAttribute#read}; TURN and its Microsoft
 * dialect add theirs, and the dialect exchanges two of STUN's.
 */
@FunctionalInterface
public interface AttributeReader {

    /**
     * Reads the value of an attribute; one whose type is not known becomes a {@link RawAttribute}.
     *
     * @throws IllegalArgumentException when the bytes are no value of that type
     */
    StunAttribute read(int type, Octets value, Octets transaction);

    /**
     * Reads the value of an attribute that came.
     *
     * @param place names the attribute where it is refused
     */
    default StunAttribute read(int type, Octets value, Octets transaction, String place)
            throws MalformedMessageException {
        try {
            return read(type, value, transaction);
        } catch (IllegalArgumentException e) {
            // What would be a bug in a record of ours is, in bytes that came, the peer's fault.
            throw new MalformedMessageException(place, e.getMessage());
        }
    }
}
