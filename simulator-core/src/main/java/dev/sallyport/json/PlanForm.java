package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan with its rows by id, as a report has them.
 *
 * @param controls left out where there are none
 */
record PlanForm(
        String lab,
        String labDigest,
        List<String> scenarios,
        List<Check> checks,
        Optional<List<Check>> controls,
        Map<String, RowForm> rows) {

    static PlanForm of(Plan plan) {
        return new PlanForm(
                plan.lab(),
                plan.labDigest(),
                plan.scenarios(),
                plan.checks(),
                Optional.of(plan.controls()).filter(controls -> !controls.isEmpty()),
                RowForm.planned(plan.rows(), plan.checks()));
    }

    Plan plan() {
        return new Plan(lab, labDigest, scenarios, checks, controls.orElse(List.of()), RowForm.rows(rows));
    }
}
