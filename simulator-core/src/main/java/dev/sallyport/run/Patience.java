package dev.sallyport.run;

import java.time.Duration;
import java.util.List;

/**
 * When attempts start and how long each may take.
 *
 * <p>Attempts are spread because address resolution, first-packet decisions and inspection look-ups take seconds on
 * real devices. A later attempt starts only while none before it has completed.
 *
 * @param starts when each attempt of a check starts, counted from the first
 * @param connect how long a connection may take to open
 * @param step how long each awaited message, and a TLS handshake, may take
 */
public record Patience(List<Duration> starts, Duration connect, Duration step) {

    /** Keeps its own copy. */
    public Patience {
        starts = List.copyOf(starts);
    }

    /** Attempts at 0, 1 and 3 seconds. */
    public static Patience spread() {
        return starting(List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    /** Attempts at these times, with two seconds for a connection and three for a message. */
    public static Patience starting(List<Duration> starts) {
        return new Patience(starts, Duration.ofSeconds(2), Duration.ofSeconds(3));
    }
}
