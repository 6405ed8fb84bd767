package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import java.util.List;
import java.util.Map;

/** A plan with its rows by id, as a report has them. */
record PlanForm(String lab, String labDigest, List<String> scenarios, List<Check> checks, Map<String, RowForm> rows) {

    static PlanForm of(Plan plan) {
        return new PlanForm(
                plan.lab(),
                plan.labDigest(),
                plan.scenarios(),
                plan.checks(),
                RowForm.planned(plan.rows(), plan.checks()));
    }

    Plan plan() {
        return new Plan(lab, labDigest, scenarios, checks, RowForm.rows(rows));
    }
}
