package dev.sallyport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final String ALTERED = "gateway1 > fe1 5068/tcp";
    private static final String OTHER = "fe1 > gateway1 5081/tcp";
    private static final Map<String, Check> PLAN = DemoPlan.checks();
    private static final List<Fault> FAULTS =
            List.of(new Fault("sip-alg", "", List.of(), Optional.empty(), Map.of(ALTERED, Verdict.ALTERED)));

    @Test
    void aFaultIsFoundWhereItsCheckFailedWithItsVerdict() {
        Truth truth = Truth.of(FAULTS, run(found(ALTERED, Status.FAILED, Verdict.ALTERED)));

        assertThat(truth.found()).isOne();
        assertThat(truth.unexplained()).isEmpty();
    }

    @Test
    void aFaultIsNotFoundByAnotherVerdict() {
        assertThat(Truth.of(FAULTS, run(found(ALTERED, Status.FAILED, Verdict.CUT)))
                        .found())
                .isZero();
    }

    @Test
    void aFaultIsNotFoundWhereItsCheckWasNotTried() {
        assertThat(Truth.of(FAULTS, run()).found()).isZero();
    }

    @Test
    void whatNoFaultTouchesIsToldApart() {
        CheckResult failed = found(OTHER, Status.FAILED, Verdict.CUT);

        assertThat(Truth.of(FAULTS, run(failed)).unexplained()).containsExactly(failed);
    }

    @Test
    void whatWasNotMeasuredIsToldToo() {
        CheckResult open = found(OTHER, Status.INCONCLUSIVE, Verdict.NOT_MEASURED);

        assertThat(Truth.of(FAULTS, run(open)).unmeasured()).containsExactly(open);
    }

    private static CheckResult found(String id, Status status, Verdict verdict) {
        Finding finding = new Finding(status, verdict, Stage.REPLY, How.COMPLETED, "", List.of(), List.of());
        return new CheckResult(PLAN.get(id), finding, List.of());
    }

    private static RunResult run(CheckResult... checks) {
        return new RunResult("demo", List.of(), Instant.EPOCH, 0, List.of(checks), List.of(), false);
    }
}
