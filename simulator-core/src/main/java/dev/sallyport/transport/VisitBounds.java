package dev.sallyport.transport;

import java.time.Duration;

/**
 * How long an endpoint bears with a peer over TCP before it closes.
 *
 * @param handshake how long TLS may take
 * @param silence how long nothing may come
 * @param standing how long nothing may come from an address of the lab that has shown an attempt's nonce
 * @param message how long a message may take from its first byte to its last, however slowly they come
 */
public record VisitBounds(Duration handshake, Duration silence, Duration standing, Duration message) {

    /** Bounds that make no difference for those who have shown a nonce. */
    public VisitBounds(Duration handshake, Duration silence, Duration message) {
        this(handshake, silence, silence, message);
    }

    /** Returns what endpoints bear: ten seconds, two minutes, twenty minutes, half a minute. */
    public static VisitBounds standard() {
        return new VisitBounds(
                Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofMinutes(20), Duration.ofSeconds(30));
    }
}
