package dev.sallyport.scenarios;

import dev.sallyport.check.Source;
import dev.sallyport.flow.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * A documented flow and the exchange that proves it, before anything is said of what is expected.
 *
 * @param asks every row that asks for it, in the catalogue's order
 */
record Draft(Flow flow, String exchange, Source source, List<String> firewalls, List<Ask> asks) {
    Draft {
        asks = List.copyOf(asks);
    }

    /** Returns the draft with what an equal one asks, too. */
    Draft joined(Draft equal) {
        List<Ask> both = new ArrayList<>(asks);
        both.addAll(equal.asks);
        return new Draft(flow, exchange, source, firewalls, both);
    }
}
