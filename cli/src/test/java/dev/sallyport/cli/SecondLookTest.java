package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.scenarios.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    private final Plan plan = SiteReader.defaultLab(List.of())
            .plan(new Selection(List.of("PIC"), List.of(), List.of(), Optional.empty(), Optional.empty()));
    private final List<Plan> tried = new ArrayList<>();

    @Test
    void whatWasNotDecidedIsTriedOnceMore() {
        Check undecided = plan.checks().get(0);
        RunResult result = SecondLook.at(
                plan,
                part -> run(
                        part,
                        false,
                        check -> check.equals(undecided) && tried.size() == 1 ? Status.INCONCLUSIVE : Status.PASSED));

        assertThat(tried).hasSize(2);
        assertThat(tried.get(1).checks()).containsExactly(undecided);
        assertThat(result.checks()).extracting(CheckResult::check).containsExactlyElementsOf(plan.checks());
        assertThat(result.count(Status.PASSED)).isEqualTo(plan.checks().size());
    }

    @Test
    void whatFailedIsNotTriedAgain() {
        SecondLook.at(plan, part -> run(part, false, check -> Status.FAILED));

        assertThat(tried).hasSize(1);
    }

    @Test
    void anInterruptedRunIsNotResumed() {
        SecondLook.at(plan, part -> run(part, true, check -> Status.INCONCLUSIVE));

        assertThat(tried).hasSize(1);
    }

    private RunResult run(Plan part, boolean interrupted, Function<Check, Status> status) {
        tried.add(part);
        List<CheckResult> checks = part.checks().stream()
                .map(check -> new CheckResult(check, finding(status.apply(check)), List.of()))
                .toList();
        return new RunResult("lab", List.of(), Instant.EPOCH, 0, checks, List.of(), interrupted);
    }

    private static Finding finding(Status status) {
        return new Finding(status, Verdict.NOT_MEASURED, Stage.REPLY, How.COMPLETED, "", List.of(), List.of());
    }
}
