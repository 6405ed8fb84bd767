package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.check.Status;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the catalogue in a plan or a report.
 *
 * @param passed how many of its checks passed; left out of a plan, and where there are none
 * @param why why it has no check; left out where it has
 */
record RowForm(long checks, Optional<Long> passed, Optional<String> why) {

    static Map<String, RowForm> planned(List<PlannedRow> rows, List<Check> checks) {
        Map<String, RowForm> forms = new LinkedHashMap<>();
        rows.forEach(row -> forms.put(row.id(), new RowForm(count(row, checks), Optional.empty(), why(row))));
        return forms;
    }

    static Map<String, RowForm> found(List<PlannedRow> rows, List<CheckResult> results) {
        List<Check> all = results.stream().map(CheckResult::check).toList();
        List<Check> passed = results.stream()
                .filter(result -> result.finding().status() == Status.PASSED)
                .map(CheckResult::check)
                .toList();
        Map<String, RowForm> forms = new LinkedHashMap<>();
        for (PlannedRow row : rows) {
            long checks = count(row, all);
            Optional<Long> good = checks == 0 ? Optional.empty() : Optional.of(count(row, passed));
            forms.put(row.id(), new RowForm(checks, good, why(row)));
        }
        return forms;
    }

    static List<PlannedRow> rows(Map<String, RowForm> forms) {
        return forms.entrySet().stream()
                .map(row -> new PlannedRow(row.getKey(), row.getValue().why.orElse("")))
                .toList();
    }

    private static long count(PlannedRow row, List<Check> checks) {
        return checks.stream().filter(check -> check.rows().contains(row.id())).count();
    }

    private static Optional<String> why(PlannedRow row) {
        return Optional.of(row.why()).filter(why -> !why.isEmpty());
    }
}
