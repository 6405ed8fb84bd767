package dev.sallyport.check;

import java.util.Locale;

/** What a finding means for its check. */
public enum Status {
    PASSED,
    FAILED,
    INCONCLUSIVE;

    /** Returns the status as reports write it, {@code passed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
