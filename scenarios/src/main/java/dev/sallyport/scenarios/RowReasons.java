package dev.sallyport.scenarios;

import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says for every row of the catalogue why it has no check, where it has none. */
final class RowReasons {
    private final List<Scenario> scenarios;
    private final Selection selection;
    private final Documented documented;
    private final Set<String> inLab;
    private final Set<String> inScenario;
    private final Set<String> selected;

    /**
     * Compares what is left of the checks after each choice.
     *
     * @param inScenario the checks that the scenarios mean
     * @param selected those of them that the command line asks for
     */
    RowReasons(
            List<Scenario> scenarios,
            Selection selection,
            Documented documented,
            List<Planned> inScenario,
            List<Planned> selected) {
        this.scenarios = scenarios;
        this.selection = selection;
        this.documented = documented;
        this.inLab = rows(documented.planned());
        this.inScenario = rows(inScenario);
        this.selected = rows(selected);
    }

    List<PlannedRow> of(Catalog catalog) {
        return catalog.rows().stream()
                .map(Row::id)
                .map(row -> new PlannedRow(row, why(row)))
                .toList();
    }

    String why(String row) {
        if (selected.contains(row)) {
            return "";
        }
        if (scenarios.stream().noneMatch(scenario -> scenario.includesRow(row))) {
            return "not in " + names();
        }
        if (!inLab.contains(row)) {
            return absent(row);
        }
        return inScenario.contains(row)
                ? "left out by " + selection
                : names() + " " + (scenarios.size() == 1 ? "means" : "mean") + " other roles";
    }

    private String absent(String row) {
        Set<String> dropped = documented.dropped().getOrDefault(row, Set.of());
        if (!dropped.isEmpty()) {
            return "excluded by the lab; " + String.join("; ", dropped);
        }
        return String.join(
                "; ", documented.absent().getOrDefault(row, Set.of("no entry of the catalogue asks for it")));
    }

    private String names() {
        return (scenarios.size() == 1 ? "scenario " : "scenarios ")
                + scenarios.stream().map(Scenario::name).collect(Collectors.joining(", "));
    }

    private static Set<String> rows(List<Planned> planned) {
        Set<String> rows = new HashSet<>();
        planned.forEach(each -> rows.addAll(each.check().rows()));
        return rows;
    }
}
