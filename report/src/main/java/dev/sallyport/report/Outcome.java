package dev.sallyport.report;

import dev.sallyport.check.Status;
import dev.sallyport.run.RunResult;

/** What a run as a whole came to, and the exit status that says so. */
public enum Outcome {
    AS_EXPECTED(0, "all as expected"),
    FAILED(1, "a check failed"),
    INCONCLUSIVE(3, "nothing failed, but something was inconclusive"),
    INTERRUPTED(130, "interrupted: what was found so far");

    private final int exit;
    private final String text;

    Outcome(int exit, String text) {
        this.exit = exit;
        this.text = text;
    }

    /** Returns the outcome of a run; an interruption comes first, since it leaves checks untried. */
    public static Outcome of(RunResult run) {
        if (run.interrupted()) {
            return INTERRUPTED;
        }
        if (run.count(Status.FAILED) > 0) {
            return FAILED;
        }
        return run.count(Status.INCONCLUSIVE) > 0 ? INCONCLUSIVE : AS_EXPECTED;
    }

    /** Returns the command's exit status. */
    public int exit() {
        return exit;
    }

    /** Returns what it means, {@code a check failed}. */
    public String text() {
        return text;
    }
}
