package dev.sallyport.scenarios;

import dev.sallyport.check.Balancing;
import dev.sallyport.check.Check;
import dev.sallyport.check.Further;
import dev.sallyport.check.Source;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A documented flow and the exchange that proves it, before anything is said of what is expected.
 *
 * @param asks every row that asks for it, in the catalogue's order
 * @param balancing what a load balancer at its far end does with it
 */
record Draft(
        Flow flow,
        String exchange,
        Source source,
        List<String> firewalls,
        List<Ask> asks,
        Optional<Balancing> balancing) {
    Draft {
        asks = List.copyOf(asks);
    }

    Draft(Flow flow, String exchange, Source source, List<String> firewalls, List<Ask> asks) {
        this(flow, exchange, source, firewalls, asks, Optional.empty());
    }

    /** Returns the draft with what a balancer does with it, which goes by another name where it passes it on. */
    Draft at(Balancing balancer, Function<Party, String> name) {
        Flow named = balancer.members().isEmpty() ? flow : flow.towards(name.apply(flow.to()));
        return new Draft(named, exchange, source, firewalls, asks, Optional.of(balancer));
    }

    /** Returns the draft with another exchange of its protocol. */
    Draft exchanging(String other) {
        return new Draft(flow, other, source, firewalls, asks, balancing);
    }

    /** Returns the check that the draft becomes. */
    Check check(
            String id,
            List<String> rows,
            List<Integer> ports,
            Further further,
            Expectation expect,
            boolean optional,
            Spoken spoken) {
        return new Check(
                id,
                rows,
                expect,
                optional,
                flow,
                ports,
                exchange,
                spoken.speaks(exchange, flow.transport()),
                spoken.callsBack(exchange),
                source,
                firewalls,
                further,
                balancing,
                Optional.empty());
    }

    /** Returns the draft with what an equal one asks, too. */
    Draft joined(Draft equal) {
        List<Ask> both = new ArrayList<>(asks);
        both.addAll(equal.asks);
        return new Draft(flow, exchange, source, firewalls, both, balancing);
    }
}
