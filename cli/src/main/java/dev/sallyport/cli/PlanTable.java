package dev.sallyport.cli;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.flow.Expectation;
import dev.sallyport.run.Patience;
import java.util.List;

/** A plan for people: a line a check, the rows that have none, counts and an estimate. */
final class PlanTable {

    private PlanTable() {}

    static String of(Plan plan, Patience patience) {
        StringBuilder text = new StringBuilder();
        int ids = plan.checks().stream()
                .mapToInt(check -> check.id().length())
                .max()
                .orElse(0);
        plan.checks().forEach(check -> text.append(line(check, ids)));
        List<PlannedRow> without =
                plan.rows().stream().filter(row -> !row.why().isEmpty()).toList();
        if (!without.isEmpty()) {
            text.append("\nRows without a check\n");
            without.forEach(row -> text.append("  ")
                    .append(row.id())
                    .append("  ")
                    .append(row.why())
                    .append('\n'));
        }
        return text.append('\n')
                .append(counts(plan))
                .append(Estimate.of(plan, patience).text())
                .toString();
    }

    private static String line(Check check, int ids) {
        return (Labelled.padded(check.id(), ids) + "  "
                                + Labelled.padded(check.expect().text(), 5) + "  "
                                + Labelled.padded(check.exchange() + (check.spoken() ? "" : "*"), 16) + "  "
                                + String.join(" ", check.rows()))
                        .stripTrailing()
                + "\n";
    }

    private static String counts(Plan plan) {
        long allowed = plan.checks().stream()
                .filter(check -> check.expect() == Expectation.ALLOW)
                .count();
        long unspoken = plan.checks().stream().filter(check -> !check.spoken()).count();
        long rows = plan.rows().stream().filter(row -> row.why().isEmpty()).count();
        String text = plan.checks().size() + " checks (" + allowed + " allow, "
                + (plan.checks().size() - allowed) + " deny) of " + rows + " of "
                + plan.rows().size() + " rows on lab " + plan.lab() + "\n";
        return unspoken == 0 ? text : text + "* " + unspoken + " need an exchange that this version does not speak\n";
    }
}
