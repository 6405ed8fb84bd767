package dev.sallyport.check;

import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import java.util.List;
import java.util.Optional;

/**
 * A flow, what is expected of it, and the exchange that decides it.
 *
 * @param id unique in a plan and stable across versions: {@code partner1 > edge1/access 5061/tcp}, with a suffix where
 *     one flow has several checks
 * @param rows the documented rows that ask for the flow
 * @param optional whether the outcome counts for nothing, as the lab file's {@code optional} says
 * @param ports the ports that are tried: the flow's one port, or a sample of its range
 * @param exchange what decides it, {@code sip/options}
 * @param spoken whether this version can walk that exchange; where not, the check is inconclusive
 * @param callsBack whether the far end connects back to the initiator's address at the same port
 * @param source what the far end must see as the flow's source
 * @param firewalls names of the firewalls between the zones
 * @param leadsTo the port of the far end to which the exchange's second connection goes; empty where it makes none
 * @param balancing what the far end does with it, where it is a load balancer
 */
public record Check(
        String id,
        List<String> rows,
        Expectation expect,
        boolean optional,
        Flow flow,
        List<Integer> ports,
        String exchange,
        boolean spoken,
        boolean callsBack,
        Source source,
        List<String> firewalls,
        Optional<Integer> leadsTo,
        Optional<Balancing> balancing) {

    /** Keeps its own copies. */
    public Check {
        rows = List.copyOf(rows);
        ports = List.copyOf(ports);
        firewalls = List.copyOf(firewalls);
    }

    /** A check of one connection, whose far end is no load balancer. */
    public Check(
            String id,
            List<String> rows,
            Expectation expect,
            boolean optional,
            Flow flow,
            List<Integer> ports,
            String exchange,
            boolean spoken,
            boolean callsBack,
            Source source,
            List<String> firewalls) {
        this(
                id,
                rows,
                expect,
                optional,
                flow,
                ports,
                exchange,
                spoken,
                callsBack,
                source,
                firewalls,
                Optional.empty(),
                Optional.empty());
    }

    /** A check of one connection. */
    public Check(
            String id,
            List<String> rows,
            Expectation expect,
            boolean optional,
            Flow flow,
            List<Integer> ports,
            String exchange,
            boolean spoken,
            boolean callsBack,
            Source source,
            List<String> firewalls,
            Optional<Balancing> balancing) {
        this(
                id,
                rows,
                expect,
                optional,
                flow,
                ports,
                exchange,
                spoken,
                callsBack,
                source,
                firewalls,
                Optional.empty(),
                balancing);
    }

    /** Returns the hosts of the pool to which the far end passes the flow on; empty where it answers itself. */
    public List<Balancing.Member> behind() {
        return balancing.map(Balancing::members).orElse(List.of());
    }

    /** Returns the member to which the far end passed on what it saw; empty where it did not. */
    public Optional<Balancing.Member> passedTo(Contact via) {
        return via.onward().flatMap(onward -> behind().stream()
                .filter(member ->
                        member.party().dialled().equals(onward.remote().getAddress()))
                .findFirst());
    }
}
