package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A record with its plan laid flat; its hosts stand at the top for readers. */
record RecordForm(
        int schema,
        String tool,
        RecordFile.Kind kind,
        List<String> hosts,
        String lab,
        String labDigest,
        List<String> scenarios,
        Instant startedAt,
        long millis,
        boolean interrupted,
        List<Observation> observations,
        List<Check> checks,
        Map<String, RowForm> rows) {

    static RecordForm of(RecordFile file) {
        Plan plan = file.plan();
        return new RecordForm(
                FileHead.SCHEMA,
                file.tool(),
                file.kind(),
                file.observations().stream().map(Observation::host).toList(),
                plan.lab(),
                plan.labDigest(),
                plan.scenarios(),
                file.startedAt(),
                file.millis(),
                file.interrupted(),
                file.observations(),
                plan.checks(),
                RowForm.planned(plan.rows(), plan.checks()));
    }

    RecordFile file() {
        Plan plan = new Plan(lab, labDigest, scenarios, checks, RowForm.rows(rows));
        return new RecordFile(tool, kind, startedAt, millis, interrupted, plan, observations);
    }
}
