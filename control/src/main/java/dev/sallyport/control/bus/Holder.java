package dev.sallyport.control.bus;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A run, as everything that is said in it names it.
 *
 * @param by who runs, {@code alice@ci7}
 * @param token tells two runs of the same moment apart
 */
public record Holder(String by, Instant since, String token) implements Comparable<Holder> {

    private static final int TOKEN_BYTES = 8;
    private static final int PARTS = 3;
    private static final Comparator<Holder> EARLIER =
            Comparator.comparing(Holder::since).thenComparing(Holder::token);

    /** Returns a new run, beginning now. */
    public static Holder of(String by, Clock clock) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        String word = by.replaceAll("[^A-Za-z0-9@._-]", "_");
        return new Holder(
                word,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                HexFormat.of().formatHex(token));
    }

    /** Returns it as one word, {@code alice@ci7/2026-11-20T12:00:00Z/0123456789abcdef}. */
    String word() {
        return by + "/" + since + "/" + token;
    }

    /** Reads what {@link #word} wrote; empty for anything else. */
    static Optional<Holder> read(String word) {
        String[] parts = word.split("/", -1);
        try {
            return parts.length == PARTS
                    ? Optional.of(new Holder(parts[0], Instant.parse(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns who it is and since when, in words. */
    public String text() {
        return by + " since " + since;
    }

    /** The earlier one comes first. */
    @Override
    public int compareTo(Holder other) {
        return EARLIER.compare(this, other);
    }
}
