package dev.sallyport.json;

import dev.sallyport.check.Control;
import dev.sallyport.check.Status;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run, and with its first two components the file {@code report.json}.
 *
 * @param interrupted left out unless true
 * @param controls what was tried for the sake of denied flows; left out where nothing was
 * @param summary counts of the checks, for readers; not read back
 */
record RunForm(
        Optional<Integer> schema,
        Optional<String> tool,
        String lab,
        List<String> scenarios,
        Instant startedAt,
        long millis,
        Optional<Boolean> interrupted,
        Optional<Summary> summary,
        Map<String, RowForm> rows,
        List<CheckResult> checks,
        Optional<List<Control>> controls) {

    record Summary(long total, long passed, long failed, long inconclusive) {}

    static RunForm of(RunResult run) {
        return of(Optional.empty(), Optional.empty(), run);
    }

    static RunForm of(Optional<Integer> schema, Optional<String> tool, RunResult run) {
        Summary summary = new Summary(
                run.checks().size(),
                run.count(Status.PASSED),
                run.count(Status.FAILED),
                run.count(Status.INCONCLUSIVE));
        return new RunForm(
                schema,
                tool,
                run.lab(),
                run.scenarios(),
                run.startedAt(),
                run.millis(),
                run.interrupted() ? Optional.of(true) : Optional.empty(),
                Optional.of(summary),
                RowForm.found(run.rows(), run.checks()),
                run.checks(),
                Optional.of(run.controls()).filter(controls -> !controls.isEmpty()));
    }

    RunResult run() {
        return new RunResult(
                lab,
                scenarios,
                startedAt,
                millis,
                checks,
                controls.orElse(List.of()),
                RowForm.rows(rows),
                interrupted.orElse(false));
    }
}
