package dev.sallyport.run;

import dev.sallyport.check.Check;
import dev.sallyport.check.Control;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.check.Status;
import java.time.Instant;
import java.util.List;

/**
 * What a run found.
 *
 * @param controls what was tried for the sake of denied flows
 * @param rows every row of the catalogue, also those without a check
 * @param interrupted whether it was ended before every check had been tried
 */
public record RunResult(
        String lab,
        List<String> scenarios,
        Instant startedAt,
        long millis,
        List<CheckResult> checks,
        List<Control> controls,
        List<PlannedRow> rows,
        boolean interrupted) {

    /**
     * A check and what was found.
     *
     * @param evidence what both ends observed, one for each port that was tried, in the check's order
     */
    public record CheckResult(Check check, Finding finding, List<Evidence> evidence) {

        /** Keeps its own copy. */
        public CheckResult {
            evidence = List.copyOf(evidence);
        }
    }

    /** Keeps its own copies. */
    public RunResult {
        scenarios = List.copyOf(scenarios);
        checks = List.copyOf(checks);
        controls = List.copyOf(controls);
        rows = List.copyOf(rows);
    }

    /** A run without denied flows that need controls. */
    public RunResult(
            String lab,
            List<String> scenarios,
            Instant startedAt,
            long millis,
            List<CheckResult> checks,
            List<PlannedRow> rows,
            boolean interrupted) {
        this(lab, scenarios, startedAt, millis, checks, List.of(), rows, interrupted);
    }

    /** Returns how many checks have that status. */
    public long count(Status status) {
        return checks.stream()
                .filter(result -> result.finding().status() == status)
                .count();
    }
}
