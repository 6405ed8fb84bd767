package dev.sallyport.roles;

import java.util.Locale;

/** Between which hosts an entry holds; never within one host. */
public enum Scope {
    ANY,
    SAME_POOL,
    SAME_ZONE;

    /** Returns the scope as files write it: {@code any}, {@code same-pool}, {@code same-zone}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
