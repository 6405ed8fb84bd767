package dev.sallyport.cli;

import dev.sallyport.report.Outcome;
import dev.sallyport.run.RunResult;

/** What scripts learn from the process's exit status. */
public enum ExitStatus {
    /** All was as expected. */
    PASSED(Outcome.AS_EXPECTED.exit()),
    /** A check failed. */
    FAILED(Outcome.FAILED.exit()),
    /** The input was wrong, and nothing was sent. */
    BAD_INPUT(2),
    /** Nothing failed, but something was inconclusive. */
    INCONCLUSIVE(Outcome.INCONCLUSIVE.exit()),
    /** A bug in Sallyport (EX_SOFTWARE of sysexits.h); says nothing about the network. */
    BUG(70),
    /** Interrupted; what was found so far is reported. */
    INTERRUPTED(Outcome.INTERRUPTED.exit());

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** Returns the number the process ends with. */
    public int code() {
        return code;
    }

    /** Returns what a run's result means for the process. */
    public static ExitStatus of(RunResult result) {
        return switch (Outcome.of(result)) {
            case AS_EXPECTED -> PASSED;
            case FAILED -> FAILED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
