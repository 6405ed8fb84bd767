package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.testkit.firewall.AppliedFault;
import dev.sallyport.testkit.firewall.Firewall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is wrong in one run: at most one rule a way, so that no two share a packet and every verdict has one cause. */
record Round(Map<Way, FaultWord> wrong) {

    /**
     * Returns as many rounds as let every way meet each of its faults once, and none at all at least once. Faults take turns
     * along the ways, so that each stands beside others and beside ways that are open.
     */
    static List<Round> of(Collection<Check> checks, WrongRules rules) {
        List<Way> ways = new ArrayList<>();
        List<List<FaultWord>> faults = new ArrayList<>();
        checks.stream()
                .collect(Collectors.groupingBy(Way::of, TreeMap::new, Collectors.toList()))
                .forEach((way, sharing) -> {
                    ways.add(way);
                    faults.add(rules.on(sharing));
                });
        int turns = 1 + faults.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, turns)
                .mapToObj(turn -> turn(turn, turns, ways, faults))
                .toList();
    }

    private static Round turn(int turn, int turns, List<Way> ways, List<List<FaultWord>> faults) {
        Map<Way, FaultWord> wrong = new TreeMap<>();
        for (int way = 0; way < ways.size(); way++) {
            int place = (way + turn) % turns;
            if (place < faults.get(way).size()) {
                wrong.put(ways.get(way), faults.get(way).get(place));
            }
        }
        return new Round(wrong);
    }

    /** Puts the rules to work, and returns each by its way. */
    Map<Way, AppliedFault> apply(Firewall firewall) {
        List<Way> ways = List.copyOf(wrong.keySet());
        List<AppliedFault> applied =
                firewall.apply(ways.stream().map(way -> wrong.get(way).on(way)).toList());
        return IntStream.range(0, ways.size()).boxed().collect(Collectors.toMap(ways::get, applied::get));
    }

    /** What is wrong on a check's way. */
    Optional<FaultWord> on(Check check) {
        return Optional.ofNullable(wrong.get(Way.of(check)));
    }
}
