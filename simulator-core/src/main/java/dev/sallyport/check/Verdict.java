package dev.sallyport.check;

import java.util.Locale;

/** What was found of a flow, in the order that decides where several hold. */
public enum Verdict {
    /** No finding; something kept us from one. */
    NOT_MEASURED,
    /** Something answered that is not the far end, which saw nothing. */
    IMPERSONATED,
    /** TLS ended at something that is not the far end. */
    INTERCEPTED,
    /** It arrived, at another address or host than the one dialled. */
    MISDIRECTED,
    /** An end received other bytes than were sent. */
    ALTERED,
    /** An address changed on the way where no NAT is declared, or otherwise than declared. */
    TRANSLATED,
    /** It never reached a far end that was listening, and nothing came back. */
    REQUEST_LOST,
    /** It was refused on the way, while the far end saw nothing. */
    REJECTED,
    /** It reached the far end; the answer never came back. */
    REPLY_LOST,
    /** It opened, then was reset or silent in mid-exchange, and by neither end. */
    CUT,
    /** The flow's state was lost while it stood idle within its protocol's keep-alive interval. */
    EXPIRED,
    /** One-sided: nothing came. */
    NO_ANSWER,
    /** One-sided: a refusal whose author is unknown. */
    REFUSED,
    /** It works, but loss, delay or jitter is beyond the scenario's bounds. */
    DEGRADED,
    /** The exchange ran to its end and both ends saw the same. */
    OPEN;

    /** Returns the verdict as reports write it, {@code request-lost}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #text} wrote. */
    public static Verdict parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
