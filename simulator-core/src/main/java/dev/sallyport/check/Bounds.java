package dev.sallyport.check;

import java.time.Duration;
import java.util.Optional;

/**
 * What a flow may suffer before it counts as degraded; a bound that is not given does not judge.
 *
 * @param loss the share of packets that may be lost, 0 to 1
 * @param delay how long a packet may take
 * @param jitter how much that may vary (RFC 3550 §6.4.1)
 */
public record Bounds(Optional<Double> loss, Optional<Duration> delay, Optional<Duration> jitter) {
    /** Returns the bounds that judge nothing. */
    public static Bounds none() {
        return new Bounds(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
