package dev.sallyport.transport;

import java.time.Duration;

/**
 * How long an endpoint bears with a peer over TCP before it closes.
 *
 * @param handshake how long TLS may take
 * @param silence how long nothing may come
 * @param message how long a message may take from its first byte to its last, however slowly they come
 */
public record VisitBounds(Duration handshake, Duration silence, Duration message) {

    /** Returns what endpoints bear: ten seconds, two minutes, half a minute. */
    public static VisitBounds standard() {
        return new VisitBounds(Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(30));
    }
}
