package dev.sallyport.cli;

import dev.sallyport.check.Check;
import dev.sallyport.check.Control;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Status;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run could not decide is tried once more: agents that have just started, on a machine that is busy, stand still
 * longer than a firewall's silence lasts.
 */
final class SecondLook {

    private SecondLook() {}

    /** Runs a plan, and once more what it left undecided. */
    static RunResult at(Plan plan, Function<Plan, RunResult> run) {
        RunResult first = run.apply(plan);
        Plan rest = undecided(plan, first);
        return first.interrupted() || rest.checks().isEmpty() ? first : replaced(first, run.apply(rest));
    }

    private static Plan undecided(Plan plan, RunResult first) {
        List<Check> checks = first.checks().stream()
                .filter(result -> result.finding().status() == Status.INCONCLUSIVE)
                .map(CheckResult::check)
                .toList();
        Set<String> needed = checks.stream()
                .flatMap(check -> check.denial().stream())
                .flatMap(denial -> Stream.concat(denial.neighbour().stream(), denial.along().stream()))
                .collect(Collectors.toSet());
        List<Check> controls = plan.controls().stream()
                .filter(control -> needed.contains(control.id()))
                .toList();
        return new Plan(plan.lab(), plan.labDigest(), plan.scenarios(), checks, controls, plan.rows());
    }

    private static RunResult replaced(RunResult first, RunResult second) {
        Map<String, CheckResult> checks = new LinkedHashMap<>();
        Stream.of(first, second)
                .flatMap(run -> run.checks().stream())
                .forEach(result -> checks.put(result.check().id(), result));
        Map<String, Control> controls = new LinkedHashMap<>();
        Stream.of(first, second)
                .flatMap(run -> run.controls().stream())
                .forEach(control -> controls.put(control.check().id(), control));
        return new RunResult(
                first.lab(),
                first.scenarios(),
                first.startedAt(),
                first.millis() + second.millis(),
                List.copyOf(checks.values()),
                List.copyOf(controls.values()),
                first.rows(),
                second.interrupted());
    }
}
