package dev.sallyport.testkit.interop;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Flow;
import java.util.List;

/** What our roles speak and no row asks for, on the flow of a check that stands. */
final class Unasked {
    private Unasked() {}

    /** Returns a check of that exchange where the other one runs, under an id of its own. */
    static Check on(Check check, String exchange) {
        return on(check, exchange, check.ports());
    }

    /** Returns a check of that exchange at other ports than the row has. */
    static Check on(Check check, String exchange, List<Integer> ports) {
        return new Check(
                check.id() + "#" + exchange,
                check.rows(),
                check.expect(),
                check.optional(),
                speaking(check.flow(), exchange.substring(0, exchange.indexOf('/'))),
                ports,
                exchange,
                check.spoken(),
                check.callsBack(),
                check.source(),
                check.firewalls());
    }

    /** Returns a plan of just those checks. */
    static Plan plan(List<Check> checks) {
        return new Plan("", "", List.of(), checks, List.of());
    }

    private static Flow speaking(Flow flow, String protocol) {
        return new Flow(
                flow.from(), flow.to(), flow.transport(), flow.ports(), flow.sourcePorts(), protocol, flow.security());
    }
}
