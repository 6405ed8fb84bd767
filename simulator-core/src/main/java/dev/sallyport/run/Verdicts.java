package dev.sallyport.run;

import dev.sallyport.check.Check;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Join;
import dev.sallyport.check.Judge;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.run.RunResult.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan and what every host observed become a run result; the same for a live run and for records judged later. */
public final class Verdicts {

    private Verdicts() {}

    /** Judges every check of the plan. */
    public static RunResult of(
            Plan plan, List<Observation> observations, Instant startedAt, Duration took, boolean interrupted) {
        Join join = new Join(observations).showing(plan.checks());
        List<CheckResult> results =
                plan.checks().stream().map(check -> judged(check, join)).toList();
        return new RunResult(
                plan.lab(), plan.scenarios(), startedAt, took.toMillis(), results, plan.rows(), interrupted);
    }

    private static CheckResult judged(Check check, Join join) {
        Map<Integer, Evidence> byPort = check.ports().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), port -> join.of(check, port)));
        List<Evidence> evidence = check.ports().stream().map(byPort::get).toList();
        return new CheckResult(check, Judge.judge(check, byPort::get), evidence);
    }
}
