package dev.sallyport.check;

import java.util.List;

/**
 * All checks of a scenario on a lab; computing it sends nothing.
 *
 * @param lab the lab's name
 * @param labDigest digest of the lab file, so that ends that hold different files notice
 * @param rows every row of the catalogue, also those without a check
 */
public record Plan(String lab, String labDigest, List<String> scenarios, List<Check> checks, List<PlannedRow> rows) {

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
        rows = List.copyOf(rows);
    }
}
