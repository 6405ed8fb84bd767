package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Expectation;
import dev.sallyport.testkit.verdicts.MutationTable.AsControl;
import dev.sallyport.testkit.verdicts.MutationTable.Found;
import dev.sallyport.testkit.verdicts.MutationTable.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Combinations that touch nothing in common, planted together, and what each check must then be found to be. */
record MutationRound(List<Combination> wrong, Combinations combinations, MutationTable table) {

    /** Everything that it touches, and everything that it needs to run. */
    Set<Check> touched() {
        Set<Check> touched = new LinkedHashSet<>();
        wrong.forEach(combination -> touched.addAll(combination.touched()));
        wrong.forEach(combination -> combination.beside().ifPresent(touched::add));
        return touched;
    }

    /** Tells whether every control of a denied check meets something wrong. */
    boolean takesTheProofOf(Check check) {
        return check.expect() == Expectation.DENY
                && !combinations.along(check).isEmpty()
                && combinations.along(check).stream().noneMatch(control -> asControl(control) == AsControl.KEPT);
    }

    /** What must be found of a check. */
    Line expected(Check check) {
        return wrong.stream()
                .flatMap(combination -> expected(combination, check).stream())
                .map(line -> line.isClosed(check) ? proven(check, line) : line)
                .findFirst()
                .orElseGet(() -> check.expect() == Expectation.DENY
                        ? proven(check, table.untouched(check))
                        : table.untouched(check));
    }

    private Optional<Line> expected(Combination combination, Check check) {
        if (combination.met().contains(check)) {
            return table.on(combination.fault(), check);
        }
        return combination.calledBack().contains(check) ? table.calledBack(combination.fault()) : Optional.empty();
    }

    /** One control that passes is enough; where none may, neither silence nor refusal proves anything. */
    private Line proven(Check check, Line closed) {
        List<AsControl> along =
                combinations.along(check).stream().map(this::asControl).toList();
        if (along.isEmpty() || along.contains(AsControl.KEPT)) {
            return closed;
        }
        return along.contains(AsControl.EITHER)
                ? either(closed, table.withoutControl(check))
                : table.withoutControl(check);
    }

    private AsControl asControl(Check control) {
        return wrong.stream()
                .filter(combination -> combination.met().stream()
                        .anyMatch(check -> Combinations.sharesPackets(check.flow(), control.flow())))
                .flatMap(combination -> table.on(combination.fault(), control).stream())
                .map(Line::asControl)
                .findFirst()
                .orElse(AsControl.KEPT);
    }

    private static Line either(Line one, Line other) {
        List<Found> findings = new ArrayList<>(one.findings());
        findings.addAll(other.findings());
        return new Line(findings, AsControl.EITHER);
    }
}
