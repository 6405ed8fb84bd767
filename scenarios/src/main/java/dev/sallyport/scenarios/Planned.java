package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import java.util.List;

/**
 * A check of a lab before a run chooses some.
 *
 * @param asks the rows that ask for it, and between which roles
 */
record Planned(Check check, List<Ask> asks) {
    Planned {
        asks = List.copyOf(asks);
    }
}
