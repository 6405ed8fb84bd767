package dev.sallyport.exchange;

import java.util.List;

/**
 * Bytes to messages and back; one instance a connection, or a peer of a UDP endpoint.
 *
 * <p>Over TCP, {@link #decode} is given segments as they come and keeps what is incomplete; it bounds what it keeps.
 * Over UDP, each call is one datagram.
 *
 * @param <M> the protocol's message, a value
 */
public interface Codec<M> {

    /** Returns the message as it goes over the wire, framing included. */
    byte[] encode(M message);

    /**
     * Returns the messages that these bytes complete, in order; none while one is incomplete.
     *
     * @throws MalformedMessageException when the bytes cannot become a message, or one beyond the codec's bound
     */
    List<M> decode(byte[] bytes) throws MalformedMessageException;

    /** Returns how the parts of its bytes are called. */
    default Naming naming() {
        return Naming.PLACES;
    }

    /** Forgets what was kept and starts anew, as an XMPP stream does after TLS (RFC 6120 §5.4.3.3). */
    default void restart() {}
}
