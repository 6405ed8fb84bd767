package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fault on one flow of a plan.
 *
 * @param fault as the table names it
 * @param check on whose flow it is
 * @param met the checks whose packets meet the fault
 * @param calledBack the checks whose far end calls back into it
 * @param rules what is planted where; each must take a packet, or the combination shows nothing
 * @param beside a check that must be run with it, so that somebody listens where the fault leads
 */
record Combination(
        String fault, Check check, Set<Check> met, Set<Check> calledBack, List<Planted> rules, Optional<Check> beside) {

    /** Everything that it touches. */
    Set<Check> touched() {
        return Stream.concat(met.stream(), calledBack.stream()).collect(Collectors.toSet());
    }

    boolean isApartFrom(Collection<Combination> others) {
        return others.stream().allMatch(other -> Collections.disjoint(touched(), other.touched()));
    }

    @Override
    public String toString() {
        return fault + " on " + check.id();
    }
}
