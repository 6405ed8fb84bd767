package dev.sallyport.exchange;

import java.util.List;

/**
 * A service's side of one connection, or of one UDP peer.
 *
 * @param <M> the protocol's message
 */
@FunctionalInterface
public interface Answerer<M> {

    /**
     * Returns what follows from a message: sends, TLS, a second connection, a close; nothing where it needs no answer.
     *
     * <p>It never throws for what a peer sent: a message that makes no sense here is answered as the protocol says
     * (481, 400, a stream error), or by closing.
     */
    List<Step<M>> on(M message);
}
