package dev.sallyport.testkit.inspection;

import dev.sallyport.check.Check;
import java.util.Comparator;

/**
 * What inspection may tell apart of a check: its exchange, and where and how that is spoken.
 *
 * @param transport {@code tcp} or {@code udp}
 * @param security {@code none}, {@code tls} or {@code mtls}
 * @param port the destination port; engines look at it too
 */
record Kind(String exchange, String transport, String security, int port) implements Comparable<Kind> {
    private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::exchange)
            .thenComparing(Kind::transport)
            .thenComparing(Kind::security)
            .thenComparing(Kind::port);

    /** Returns the kind of a check at the first of its ports. */
    static Kind of(Check check) {
        return new Kind(
                check.exchange(),
                check.flow().transport().text(),
                check.flow().security().text(),
                check.ports().get(0));
    }

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return exchange + " " + port + "/" + transport + " " + security;
    }
}
