package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reviewed table {@code mutation-verdicts.csv}: what each fault may mean, by what it meets and what was expected of it. */
final class MutationTable {
    private static final String FILE = "mutation-verdicts.csv";

    /** What a line is about when the far end's second connection meets the fault. */
    private static final String CALLED_BACK = "called-back";

    /** What becomes of a permitted flow as a denied flow's control. */
    enum AsControl {
        BROKEN,
        KEPT,
        EITHER
    }

    /** A verdict, at any stage unless one is named. */
    record Found(Verdict verdict, Optional<Stage> stage) {
        private static Found parse(String text) {
            String[] parts = text.split("@");
            return new Found(
                    Verdict.parse(parts[0]), parts.length == 1 ? Optional.empty() : Optional.of(Stage.parse(parts[1])));
        }

        private boolean is(Finding finding) {
            return verdict == finding.verdict()
                    && stage.map(finding.stage()::equals).orElse(true);
        }

        @Override
        public String toString() {
            return verdict.text() + stage.map(at -> " at " + at.text()).orElse("");
        }
    }

    /** What may be found of a check, and what that makes of it as a control. */
    record Line(List<Found> findings, AsControl asControl) {

        /** Tells whether this was to be found, and passed or failed the check as it must. */
        boolean allows(Check check, Finding finding) {
            return findings.stream().anyMatch(found -> found.is(finding))
                    && finding.status() == status(check.expect(), finding.verdict());
        }

        /** Tells whether this is the silence or the refusal that a denied check is to meet. */
        boolean isClosed(Check check) {
            return check.expect() == Expectation.DENY
                    && findings.stream().allMatch(found -> status(check.expect(), found.verdict) == Status.PASSED);
        }

        private static Status status(Expectation expected, Verdict verdict) {
            if (verdict == Verdict.NOT_MEASURED) {
                return Status.INCONCLUSIVE;
            }
            Set<Verdict> passing = expected == Expectation.ALLOW
                    ? Set.of(Verdict.OPEN)
                    : Set.of(Verdict.REQUEST_LOST, Verdict.REJECTED);
            return passing.contains(verdict) ? Status.PASSED : Status.FAILED;
        }

        @Override
        public String toString() {
            return findings.stream().map(Found::toString).collect(Collectors.joining(" or "));
        }
    }

    private record Met(String fault, Expectation expected, String on) {}

    private final Map<Met, Line> lines = new LinkedHashMap<>();

    private MutationTable() {}

    static MutationTable read() {
        MutationTable table = new MutationTable();
        ReviewedTable.lines(FILE).forEach(table::add);
        return table;
    }

    private void add(String[] cells) {
        Met met = new Met(cells[0], Expectation.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2]);
        List<Found> findings =
                Stream.of(cells[3].split(" *\\| *")).map(Found::parse).toList();
        AsControl asControl = AsControl.valueOf(cells[4].toUpperCase(Locale.ROOT));
        if (lines.put(met, new Line(findings, asControl)) != null) {
            throw new IllegalStateException(FILE + " has two lines for " + met + ": leave one out");
        }
    }

    /** Every fault of the table, in its order. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        lines.keySet().stream()
                .map(Met::fault)
                .filter(fault -> !fault.equals("nothing") && !fault.equals("no-control"))
                .distinct()
                .forEach(faults::add);
        return faults;
    }

    /** What a fault means for a check whose packets it meets; empty where the table does not have the two together. */
    Optional<Line> on(String fault, Check check) {
        String transport = check.flow().transport().text();
        String cover = check.flow().security() == Security.NONE ? "clear" : "tls";
        boolean tcp = check.flow().transport() == Transport.TCP;
        return Stream.of(check.exchange(), check.exchange() + " in clear", cover, transport)
                .filter(on -> tcp || !on.equals("clear"))
                .filter(on -> cover.equals("clear") || !on.endsWith(" in clear"))
                .flatMap(on -> Optional.ofNullable(lines.get(new Met(fault, check.expect(), on))).stream())
                .findFirst();
    }

    /** What a fault means for a check whose far end calls back into it. */
    Optional<Line> calledBack(String fault) {
        return Optional.ofNullable(lines.get(new Met(fault, Expectation.ALLOW, CALLED_BACK)));
    }

    /** What is found of a check that no fault meets. */
    Line untouched(Check check) {
        return on("nothing", check).orElseThrow();
    }

    /** What is found of a denied check for which nothing that is permitted speaks. */
    Line withoutControl(Check denied) {
        return on("no-control", denied).orElseThrow();
    }
}
