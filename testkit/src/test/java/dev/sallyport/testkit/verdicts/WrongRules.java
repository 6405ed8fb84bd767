package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.Stage;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The reviewed table {@code every-protocol-verdicts.csv}: what each fault must mean, by what it meets. */
final class WrongRules {

    /** What a line is about: a fault on {@code tcp}, on {@code udp}, or on one exchange. */
    private record Met(FaultWord fault, String on) {}

    private final Map<Met, Expected> expected = new LinkedHashMap<>();

    private WrongRules() {}

    static WrongRules read() {
        WrongRules rules = new WrongRules();
        ReviewedTable.lines("every-protocol-verdicts.csv").forEach(rules::add);
        return rules;
    }

    private void add(String[] cells) {
        Met met = new Met(new FaultWord(cells[0]), cells[1]);
        if (expected.put(met, new Expected(Verdict.parse(cells[2]), Stage.parse(cells[3]), cells[4])) != null) {
            throw new IllegalStateException("every-protocol-verdicts.csv has two lines for " + met + ": leave one out");
        }
    }

    /** Every fault that the table has for all of these checks, which share their packets. */
    List<FaultWord> on(List<Check> checks) {
        return expected.keySet().stream()
                .map(Met::fault)
                .distinct()
                .filter(fault ->
                        checks.stream().allMatch(check -> find(fault, check).isPresent()))
                .toList();
    }

    /** What must be found of a check, as the line says that is closest to it. */
    Expected of(FaultWord fault, Check check) {
        return find(fault, check)
                .orElseThrow(() -> new IllegalArgumentException(
                        "every-protocol-verdicts.csv has no line for " + fault.word() + " on " + check.id()));
    }

    /** Everything that a line can be about. */
    Set<String> subjects() {
        return Set.copyOf(expected.keySet().stream().map(Met::on).toList());
    }

    private Optional<Expected> find(FaultWord fault, Check check) {
        return Stream.of(check.exchange(), check.flow().transport().text())
                .flatMap(on -> Optional.ofNullable(expected.get(new Met(fault, on))).stream())
                .findFirst();
    }
}
