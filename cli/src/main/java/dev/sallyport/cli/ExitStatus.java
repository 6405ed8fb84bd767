package dev.sallyport.cli;

import dev.sallyport.check.Status;
import dev.sallyport.run.RunResult;

/** What scripts learn from the process's exit status. */
public enum ExitStatus {
    /** All was as expected. */
    PASSED(0),
    /** A check failed. */
    FAILED(1),
    /** The input was wrong, and nothing was sent. */
    BAD_INPUT(2),
    /** Nothing failed, but something was inconclusive. */
    INCONCLUSIVE(3),
    /** A bug in Sallyport (sysexits.h, EX_SOFTWARE); says nothing about the network. */
    BUG(70),
    /** Interrupted; what was found so far is reported. */
    INTERRUPTED(130);

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
        if (result.interrupted()) {
            return INTERRUPTED;
        }
        if (result.count(Status.FAILED) > 0) {
            return FAILED;
        }
        return result.count(Status.INCONCLUSIVE) > 0 ? INCONCLUSIVE : PASSED;
    }
}
