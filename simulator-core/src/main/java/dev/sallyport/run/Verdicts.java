package dev.sallyport.run;

import dev.sallyport.check.Check;
import dev.sallyport.check.Control;
import dev.sallyport.check.Denial;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Join;
import dev.sallyport.check.Judge;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Proof;
import dev.sallyport.run.RunResult.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plan and what every host observed become a run result; the same for a live run and for records judged later. */
public final class Verdicts {

    private Verdicts() {}

    /** Judges every check of the plan. */
    public static RunResult of(
            Plan plan, List<Observation> observations, Instant startedAt, Duration took, boolean interrupted) {
        Join join = new Join(observations).showing(plan.tried());
        Map<String, Control> controls = new LinkedHashMap<>();
        plan.controls().forEach(check -> controls.put(check.id(), new Control(check, evidence(check, join))));
        List<CheckResult> results = plan.checks().stream()
                .map(check -> judged(check, join, controls))
                .toList();
        return new RunResult(
                plan.lab(),
                plan.scenarios(),
                startedAt,
                took.toMillis(),
                results,
                List.copyOf(controls.values()),
                plan.rows(),
                interrupted);
    }

    private static CheckResult judged(Check check, Join join, Map<String, Control> controls) {
        List<Evidence> evidence = evidence(check, join);
        Proof proof = check.denial().map(denial -> proof(denial, controls)).orElse(Proof.none());
        Finding finding = Judge.judge(check, port -> evidence.get(check.ports().indexOf(port)), proof);
        return new CheckResult(check, finding, evidence);
    }

    private static List<Evidence> evidence(Check check, Join join) {
        return check.ports().stream().map(port -> join.of(check, port)).toList();
    }

    private static Proof proof(Denial denial, Map<String, Control> controls) {
        return new Proof(
                denial.neighbour().map(controls::get),
                denial.along().stream()
                        .map(controls::get)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
