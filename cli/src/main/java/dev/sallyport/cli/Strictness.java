package dev.sallyport.cli;

import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;

/** What {@code --strict} makes of a result: a check that passed although its proof leaves something open has not. */
final class Strictness {

    private Strictness() {}

    /** Returns the result with such checks inconclusive; their verdicts stay. */
    static RunResult strict(RunResult result) {
        return new RunResult(
                result.lab(),
                result.scenarios(),
                result.startedAt(),
                result.millis(),
                result.checks().stream().map(Strictness::strict).toList(),
                result.controls(),
                result.rows(),
                result.interrupted());
    }

    private static CheckResult strict(CheckResult result) {
        Finding finding = result.finding();
        boolean open =
                finding.status() == Status.PASSED && !finding.notExcluded().isEmpty();
        return open ? new CheckResult(result.check(), inconclusive(finding), result.evidence()) : result;
    }

    private static Finding inconclusive(Finding finding) {
        return new Finding(
                Status.INCONCLUSIVE,
                finding.verdict(),
                finding.stage(),
                finding.how(),
                finding.reason() + "; not excluded: " + String.join(", ", finding.notExcluded()),
                finding.notExcluded(),
                finding.ports(),
                finding.lostAbove());
    }
}
