package dev.sallyport.exchange;

import java.nio.ByteBuffer;

/**
 * How messages that say their own length are told apart, and what is in them.
 *
 * @param <M> the protocol's message
 */
public interface Framing<M> {

    /** Returned by {@link #length} while the bytes do not yet say. */
    int UNKNOWN = -1;

    /**
     * Returns how many bytes the frame takes that begins here, or {@link #UNKNOWN}; bounded by the protocol.
     *
     * @throws MalformedMessageException as soon as no frame can begin so
     */
    int length(ByteBuffer head) throws MalformedMessageException;

    /** Reads a whole frame. */
    M read(byte[] frame) throws MalformedMessageException;

    /** Writes a frame. */
    byte[] write(M message);

    /** Returns how the parts of its bytes are called. */
    default Naming naming() {
        return Naming.PLACES;
    }
}
