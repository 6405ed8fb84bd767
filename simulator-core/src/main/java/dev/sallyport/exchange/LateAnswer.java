package dev.sallyport.exchange;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A nonce by which an initiator asks for a late answer, so that the far end is the first to speak after a silence. Only
 * so can a far end speak first over a connection that it did not open, in every protocol alike.
 *
 * <p>Its first 8 digits mark it and the next 6 are milliseconds; the rest is the attempt's. An ordinary nonce looks like
 * it once in four thousand million times.
 */
public final class LateAnswer {

    /** As late as anybody may ask; beyond it a nonce is an ordinary one. */
    public static final Duration MOST = Duration.ofMinutes(15);

    private static final String MARK = "1d1e5a11";
    private static final int DIGITS = 6;
    private static final int NONCE = 24;

    private LateAnswer() {}

    /** Returns the nonce that asks for an answer so much later, made of an attempt's own. */
    static String asked(String nonce, Duration delay) {
        return MARK + HexFormat.of().toHexDigits(delay.toMillis(), DIGITS) + nonce.substring(MARK.length() + DIGITS);
    }

    /** Returns how late an answer is asked for by a nonce; empty where it asks for none. */
    static Optional<Duration> in(String nonce) {
        if (nonce.length() != NONCE || !nonce.startsWith(MARK)) {
            return Optional.empty();
        }
        long millis = HexFormat.fromHexDigitsToLong(nonce, MARK.length(), MARK.length() + DIGITS);
        return Optional.of(Duration.ofMillis(millis)).filter(delay -> delay.compareTo(MOST) <= 0);
    }
}
