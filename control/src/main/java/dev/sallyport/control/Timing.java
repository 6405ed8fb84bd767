package dev.sallyport.control;

import java.time.Duration;

/**
 * How long either end of a pipe waits for the other.
 *
 * @param opening how long an agent may take to start and to say each word of the handshake
 * @param renewal how often the controller lets itself be heard
 * @param lease how long an agent stays armed, and a controller waits, while the other end says nothing
 * @param parting how long an agent may take to end by itself
 */
public record Timing(Duration opening, Duration renewal, Duration lease, Duration parting) {

    /** Refuses a lease that would run out between two renewals. */
    public Timing {
        if (lease.compareTo(renewal.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("a lease of " + lease.toMillis() + " ms with a renewal every "
                    + renewal.toMillis() + " ms runs out by chance: renew at least twice as often");
        }
    }

    /** Starting takes half a minute at most; the lease is 30 seconds, renewed every 5. */
    public static Timing usual() {
        return new Timing(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    /**
     * A lease long enough for a broker to start anew, short enough not to keep the next run waiting for one that was
     * killed: 15 seconds, renewed every 3.
     *
     * @param wait how long a host's agent may take to join
     */
    public static Timing overBus(Duration wait) {
        return new Timing(wait, Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(5));
    }

    /** Returns after how many renewals without a word the other end counts as gone. */
    int renewalsInALease() {
        return (int) lease.dividedBy(renewal);
    }
}
