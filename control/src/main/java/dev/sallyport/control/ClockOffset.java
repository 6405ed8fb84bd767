package dev.sallyport.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an agent's clock is ahead of ours, as one round trip shows it (RFC 5905 §8, with both of its times equal).
 *
 * @param ahead below nought where it is behind
 * @param roundTrip how long the answer took; half of it is the most that {@code ahead} can be wrong by
 */
public record ClockOffset(Duration ahead, Duration roundTrip) {

    private static final Duration TOLERATED = Duration.ofSeconds(60);

    static ClockOffset measured(Instant asked, Instant shown, Instant answered) {
        Duration roundTrip = Duration.between(asked, answered);
        return new ClockOffset(Duration.between(asked.plus(roundTrip.dividedBy(2)), shown), roundTrip);
    }

    /** Returns the one of the quicker round trip. */
    ClockOffset orBetter(ClockOffset other) {
        return other.roundTrip.compareTo(roundTrip) < 0 ? other : this;
    }

    /** Returns what to tell the user of a clock that is off by more than a minute; empty where it is not. */
    public Optional<String> warning(String host) {
        if (ahead.abs().compareTo(TOLERATED) <= 0) {
            return Optional.empty();
        }
        String direction = ahead.isNegative() ? " s behind" : " s ahead of";
        return Optional.of(host + ": its clock is " + ahead.abs().toSeconds() + direction
                + " this one, and what both ends saw is joined by time, too: set the clocks");
    }
}
