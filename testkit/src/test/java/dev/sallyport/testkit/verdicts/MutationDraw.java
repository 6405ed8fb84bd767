package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Draws combinations by a seed: the faults take turns, each on flows in an order of its own. */
final class MutationDraw {
    /** How many rules are wrong at a time. */
    private static final int TOGETHER = 8;

    /** One in so many of the checks that nothing touches is run, too. */
    private static final int ONE_IN = 10;

    /** How many denied checks are run whose every control is touched. */
    private static final int WITHOUT_PROOF = 3;

    private final SiteFile site;
    private final Combinations combinations;
    private final MutationTable table;
    private final Random random;
    private final List<Deque<Combination>> left = new ArrayList<>();
    private int turn;

    /** Prepares to draw among the faults whose words match a pattern. */
    MutationDraw(SiteFile site, MutationTable table, long seed, String faults) {
        this.site = site;
        this.table = table;
        this.random = new Random(seed);
        this.combinations = new Combinations(site, table);
        Map<String, List<Combination>> all = combinations.all();
        all.keySet().removeIf(fault -> !fault.matches(faults));
        all.values().stream().filter(some -> !some.isEmpty()).forEach(some -> left.add(shuffled(some)));
        Collections.shuffle(left, random);
    }

    private <T> Deque<T> shuffled(List<T> some) {
        List<T> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        return new ArrayDeque<>(shuffled);
    }

    /** Returns the next combinations, at most so many; none once every combination has been drawn. */
    MutationRound next(int atMost) {
        List<Combination> wrong = new ArrayList<>();
        for (int tried = 0; tried < left.size() && wrong.size() < Math.min(atMost, TOGETHER); tried++) {
            next(left.get(turn++ % left.size()), wrong).ifPresent(wrong::add);
        }
        return new MutationRound(wrong, combinations, table);
    }

    private static Optional<Combination> next(Deque<Combination> some, List<Combination> others) {
        Optional<Combination> next =
                some.stream().filter(one -> one.isApartFrom(others)).findFirst();
        next.ifPresent(some::remove);
        return next;
    }

    /** Returns what is run in a round: all it touches, some denied checks that lose their proof, a tenth of the others. */
    List<Check> checks(MutationRound round) {
        Set<Check> checks = new LinkedHashSet<>(round.touched());
        List<Check> others = new ArrayList<>(shuffled(site.checks()));
        others.stream().filter(round::takesTheProofOf).limit(WITHOUT_PROOF).forEach(checks::add);
        others.stream()
                .filter(SiteFile::crosses)
                .limit(site.checks().size() / ONE_IN)
                .forEach(checks::add);
        return List.copyOf(checks);
    }
}
