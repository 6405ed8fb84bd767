package dev.sallyport.cli;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Plan.PlannedRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a plan a firewall can stop: within one zone none is passed. */
final class BetweenZones {

    private BetweenZones() {}

    /** Returns the plan without checks within one zone. */
    static Plan of(Plan plan) {
        List<Check> checks =
                plan.checks().stream().filter(BetweenZones::crosses).toList();
        Set<String> rows =
                checks.stream().flatMap(check -> check.rows().stream()).collect(Collectors.toSet());
        List<PlannedRow> planned = plan.rows().stream()
                .map(row -> rows.contains(row.id()) || !row.why().isEmpty()
                        ? row
                        : new PlannedRow(row.id(), "within one zone, where no firewall is passed"))
                .toList();
        return new Plan(plan.lab(), plan.labDigest(), plan.scenarios(), checks, plan.controls(), planned);
    }

    private static boolean crosses(Check check) {
        return !check.flow().from().zone().equals(check.flow().to().zone());
    }
}
