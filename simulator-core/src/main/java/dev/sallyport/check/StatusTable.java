package dev.sallyport.check;

import dev.sallyport.flow.Expectation;

/** What each verdict means for a check: the contract's table, column by column. */
final class StatusTable {

    private StatusTable() {}

    /**
     * Returns what a verdict means.
     *
     * @param farSawIt whether the far end saw any of it, on which two verdicts turn where a deny is expected
     */
    static Status of(Check check, Verdict verdict, boolean farSawIt) {
        if (check.optional()) {
            return Status.PASSED;
        }
        return check.expect() == Expectation.ALLOW ? allowed(verdict) : denied(verdict, farSawIt);
    }

    private static Status allowed(Verdict verdict) {
        return switch (verdict) {
            case OPEN -> Status.PASSED;
            case NOT_MEASURED -> Status.INCONCLUSIVE;
            case IMPERSONATED,
                    INTERCEPTED,
                    MISDIRECTED,
                    ALTERED,
                    TRANSLATED,
                    REQUEST_LOST,
                    REJECTED,
                    REPLY_LOST,
                    CUT,
                    EXPIRED,
                    NO_ANSWER,
                    REFUSED,
                    DEGRADED -> Status.FAILED;
        };
    }

    private static Status denied(Verdict verdict, boolean farSawIt) {
        return switch (verdict) {
            case REQUEST_LOST, REJECTED, IMPERSONATED -> Status.PASSED;
            case CUT, INTERCEPTED -> farSawIt ? Status.FAILED : Status.PASSED;
            case NOT_MEASURED, NO_ANSWER, REFUSED, EXPIRED -> Status.INCONCLUSIVE;
            case OPEN, REPLY_LOST, ALTERED, MISDIRECTED, TRANSLATED, DEGRADED -> Status.FAILED;
        };
    }
}
