package dev.sallyport.scenarios;

import dev.sallyport.flow.Flow;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import dev.sallyport.scenarios.Allowed.Opening;
import java.util.List;
import java.util.Optional;

/**
 * Flows that no row asks for: what would be exchanged on them, and what of their ports nothing allows.
 *
 * @param documented every documented flow that the lab does not exclude
 */
record Complement(Lab lab, Ways ways, Allowed allowed, Spoken spoken, List<Draft> documented) {
    Complement {
        documented = List.copyOf(documented);
    }

    /** Returns a flow as nothing documents it, with what is exchanged where it arrives. */
    Draft draft(End from, End to, Transport transport, PortRange ports, List<Ask> asks) {
        Exchanged plain = Exchanged.plain(transport);
        Flow flow = new Flow(
                from.party(lab, to.zone()),
                to.party(lab, from.zone()),
                transport,
                ports,
                Optional.empty(),
                plain.protocol(),
                plain.security());
        Exchanged exchanged = Exchanged.at(flow, documented, spoken);
        return new Draft(
                flow.speaking(exchanged.protocol(), exchanged.security()),
                exchanged.exchange(),
                ways.source(from.at(), from.address(), to.zone()),
                ways.firewalls(from.zone(), to.zone()),
                asks,
                exchanged.balancing());
    }

    /** Returns what nothing allows of a flow's ports, leaving alone what the lab ignores. */
    List<PortRange> closed(Flow flow) {
        List<Opening> ignored =
                lab.ignore().stream().map(range -> new Opening(range, "ignore")).toList();
        return Allowed.beside(flow.ports(), allowed.along(flow)).stream()
                .flatMap(range -> Allowed.beside(range, ignored).stream())
                .toList();
    }
}
