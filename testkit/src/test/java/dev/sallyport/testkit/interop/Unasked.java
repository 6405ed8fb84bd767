package dev.sallyport.testkit.interop;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Security;
import java.util.List;

/** What our roles speak and no row asks for, on the flow of a check that stands. */
final class Unasked {
    private Unasked() {}

    /** Returns a check of that exchange where the other one runs, under an id of its own. */
    static Check on(Check check, String exchange) {
        String protocol = exchange.substring(0, exchange.indexOf('/'));
        Flow flow = flow(check.flow(), protocol, check.flow().security());
        return over(check, flow, exchange);
    }

    /** Returns the check without its TLS, for foreign programs that speak none. */
    static Check inClear(Check check) {
        return over(check, flow(check.flow(), check.flow().protocol(), Security.NONE), check.exchange());
    }

    /** Returns a plan of just those checks. */
    static Plan plan(List<Check> checks) {
        return new Plan("", "", List.of(), checks, List.of());
    }

    private static Check over(Check check, Flow flow, String exchange) {
        return new Check(
                check.id() + "#" + exchange,
                check.rows(),
                check.expect(),
                check.optional(),
                flow,
                check.ports(),
                exchange,
                check.spoken(),
                check.callsBack(),
                check.source(),
                check.firewalls());
    }

    private static Flow flow(Flow flow, String protocol, Security security) {
        return new Flow(flow.from(), flow.to(), flow.transport(), flow.ports(), flow.sourcePorts(), protocol, security);
    }
}
