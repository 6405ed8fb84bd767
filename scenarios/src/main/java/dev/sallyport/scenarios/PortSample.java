package dev.sallyport.scenarios;

import dev.sallyport.flow.PortRange;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Chooses the ports of a range that a check tries: both edges and the ports just inside, where a rule drawn one short
 * shows, and four spread between, at places that follow from the check's id, so that they are the same tomorrow.
 *
 * <p>A range that reaches down to well-known ports, as the clients' 1024-65535, overlaps what other programs of the
 * machine listen on and send from. Of such a range the lower edge is tried, and the rest of the sample keeps to
 * the dynamic ports from 49152 (RFC 6335 §6). A port that is not free, because another protocol is documented at the
 * same address, gives way to the next one inside.
 */
final class PortSample {
    private static final int FIRST_DYNAMIC = 49_152;
    private static final int MOST = 8;
    private static final int SPREAD = 4;

    private PortSample() {}

    /**
     * Returns at most eight ports, in ascending order; none only where no port is free.
     *
     * @param free tells whether a port may be used
     */
    static List<Integer> of(PortRange range, String id, IntPredicate free) {
        return of(range, id, free, free);
    }

    /**
     * Returns such ports.
     *
     * @param between tells whether a port may be one of the four between
     */
    static List<Integer> of(PortRange range, String id, IntPredicate free, IntPredicate between) {
        if (range.size() <= MOST) {
            return IntStream.rangeClosed(range.first(), range.last())
                    .filter(free)
                    .boxed()
                    .toList();
        }
        PortRange body = body(range);
        SortedSet<Integer> chosen = new TreeSet<>();
        add(chosen, IntStream.rangeClosed(range.first(), range.last()), free);
        add(chosen, IntStream.rangeClosed(body.first(), body.last()), free);
        add(chosen, downwards(range), free);
        add(chosen, downwards(range), free);
        spread(chosen, body, id, between);
        return List.copyOf(chosen);
    }

    private static PortRange body(PortRange range) {
        boolean reachesDown = range.first() < FIRST_DYNAMIC && range.last() >= FIRST_DYNAMIC + MOST;
        return reachesDown ? new PortRange(FIRST_DYNAMIC, range.last()) : range;
    }

    /** One port from each quarter, at a place that the id decides; {@link Random} is the same on every Java. */
    private static void spread(SortedSet<Integer> chosen, PortRange body, String id, IntPredicate free) {
        Random seeded = new Random(id.hashCode());
        int quarter = body.size() / SPREAD;
        for (int slice = 0; slice < SPREAD; slice++) {
            int start = body.first() + slice * quarter + seeded.nextInt(quarter);
            IntStream upwards = IntStream.rangeClosed(start, body.last());
            IntStream fromBelow = IntStream.range(body.first(), start);
            add(chosen, IntStream.concat(upwards, fromBelow), free);
        }
    }

    private static IntStream downwards(PortRange range) {
        return IntStream.rangeClosed(0, range.size() - 1).map(below -> range.last() - below);
    }

    private static void add(SortedSet<Integer> chosen, IntStream candidates, IntPredicate free) {
        candidates
                .filter(port -> !chosen.contains(port) && free.test(port))
                .findFirst()
                .ifPresent(chosen::add);
    }
}
