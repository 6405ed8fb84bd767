package dev.sallyport.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * All checks of a scenario on a lab; computing it sends nothing.
 *
 * @param lab the lab's name
 * @param labDigest digest of the lab file, so that ends that hold different files notice
 * @param controls permitted flows that are tried for the sake of denied ones, and not reported as checks of their own
 * @param rows every row of the catalogue, also those without a check
 */
public record Plan(
        String lab,
        String labDigest,
        List<String> scenarios,
        List<Check> checks,
        List<Check> controls,
        List<PlannedRow> rows) {

    /**
     * A row of the catalogue in this plan.
     *
     * @param why why it has no check here; empty where it has
     */
    public record PlannedRow(String id, String why) {}

    /** Keeps its own copies. */
    public Plan {
        scenarios = List.copyOf(scenarios);
        checks = List.copyOf(checks);
        controls = List.copyOf(controls);
        rows = List.copyOf(rows);
    }

    /** A plan without denied flows that need controls. */
    public Plan(String lab, String labDigest, List<String> scenarios, List<Check> checks, List<PlannedRow> rows) {
        this(lab, labDigest, scenarios, checks, List.of(), rows);
    }

    /** Returns everything that is tried: the checks and their controls. */
    public List<Check> tried() {
        return Stream.concat(checks.stream(), controls.stream()).toList();
    }
}
