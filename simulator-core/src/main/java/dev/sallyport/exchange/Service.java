package dev.sallyport.exchange;

import dev.sallyport.flow.Transport;
import java.util.Optional;

/**
 * What answers at an endpoint: all exchanges of a protocol, for whoever comes.
 *
 * @param <M> the protocol's message
 */
public interface Service<M> {

    /** Tells whether a connection that begins with these bytes speaks this protocol; asked where several share a port. */
    boolean recognises(byte[] head);

    /** Returns a codec for one connection or one UDP peer; the same framing serves initiators. */
    Codec<M> codec(Transport transport);

    /** Begins a conversation with whoever has come. */
    Answerer<M> answer(Setting setting);

    /** Returns the attempt's nonce where a message carries one; the table of where stands in the protocol's package. */
    Optional<String> nonce(M message);
}
