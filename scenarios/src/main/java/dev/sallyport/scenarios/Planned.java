package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import java.util.List;

/**
 * A check of a lab before a run chooses some.
 *
 * @param asks the rows that ask for it, or for what it stands beside, and between which roles
 * @param beside what it stands beside, where no row asks for it and it must be closed; empty otherwise
 */
record Planned(Check check, List<Ask> asks, String beside) {
    Planned {
        asks = List.copyOf(asks);
    }

    Planned(Check check, List<Ask> asks) {
        this(check, asks, "");
    }

    /** Returns another check that is asked for alike. */
    Planned checking(Check other) {
        return new Planned(other, asks, beside);
    }

    boolean undocumented() {
        return !beside.isEmpty();
    }
}
