package dev.sallyport.flow;

import java.util.Locale;

/** What a firewall is expected to do with a flow. */
public enum Expectation {
    ALLOW,
    DENY;

    /** Returns the expectation as files and reports write it: {@code allow}, {@code deny}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
