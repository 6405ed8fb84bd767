package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.Comparator;

/** What a rule can tell flows apart by; checks of one way share their packets, and so the rule. */
record Way(InetAddress from, InetAddress to, Transport transport, int port) implements Comparable<Way> {
    private static final Comparator<Way> ORDER = Comparator.comparing((Way way) -> way.from.getHostAddress())
            .thenComparing(way -> way.to.getHostAddress())
            .thenComparing(Way::transport)
            .thenComparing(Way::port);

    /** Returns the way of a check at the first of its ports. */
    static Way of(Check check) {
        return new Way(
                check.flow().from().address(),
                check.flow().to().address(),
                check.flow().transport(),
                check.ports().get(0));
    }

    @Override
    public int compareTo(Way other) {
        return ORDER.compare(this, other);
    }
}
