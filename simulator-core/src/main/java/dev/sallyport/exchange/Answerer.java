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

    /**
     * Returns what follows from a message that came at that time; for the protocols that measure time, such as RTP's
     * jitter (RFC 3550 §6.4.1). The others leave it as it is.
     *
     * @param arrivedNanos when its last byte came, to be compared with others of the same run alone
     */
    default List<Step<M>> on(M message, long arrivedNanos) {
        return on(message);
    }

    /**
     * Returns the last words to a TCP peer whose bytes were no message, before the connection is closed: HTTP's 400, a
     * stream error. Nothing, unless the protocol has such words; a UDP peer never gets any.
     */
    default List<Step<M>> onMalformed() {
        return List.of();
    }
}
