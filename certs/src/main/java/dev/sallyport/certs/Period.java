package dev.sallyport.certs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** When a certificate is valid, in whole seconds, as certificates write it. */
record Period(Instant from, Instant until) {
    /** Hosts whose clocks are a little late must still accept what was issued just now. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    Period {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    static Period startingAt(Instant now, Duration validity) {
        return new Period(now.minus(CLOCK_SKEW), now.plus(validity));
    }

    /** The same, but not beyond an end: a certificate must not outlive its issuer's. */
    Period endingBy(Instant end) {
        return until.isAfter(end) ? new Period(from, end) : this;
    }

    Date notBefore() {
        return Date.from(from);
    }

    Date notAfter() {
        return Date.from(until);
    }
}
