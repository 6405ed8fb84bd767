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
 * @param further ports of the far end to which the exchange goes besides the one dialled
 * @param balancing what the far end does with it, where it is a load balancer
 * @param denial why it must be closed, and what proves it; empty for allowed flows
 * @param strain what is asked of it beyond the exchange
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
        Further further,
        Optional<Balancing> balancing,
        Optional<Denial> denial,
        Strain strain) {

    /** Keeps its own copies. */
    public Check {
        rows = List.copyOf(rows);
        ports = List.copyOf(ports);
        firewalls = List.copyOf(firewalls);
    }

    /** A check that asks for no more than its exchange. */
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
            Further further,
            Optional<Balancing> balancing,
            Optional<Denial> denial) {
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
                further,
                balancing,
                denial,
                Strain.none());
    }

    /** An allowed check that keeps to the port dialled. */
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
                Further.none(),
                balancing,
                Optional.empty());
    }

    /** An allowed check whose far end is no load balancer. */
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
        this(id, rows, expect, optional, flow, ports, exchange, spoken, callsBack, source, firewalls, Optional.empty());
    }

    /** Returns the check with its denial. */
    public Check denied(Denial why) {
        return with(id, rows, expect, flow, source, firewalls, Optional.of(why), strain);
    }

    /** Returns the check under another id. */
    public Check called(String other) {
        return with(other, rows, expect, flow, source, firewalls, denial, strain);
    }

    /** Returns the check with what is asked of it beyond the exchange. */
    public Check under(Strain other) {
        return with(id, rows, expect, flow, source, firewalls, denial, other);
    }

    /** Returns the check at one of its ports alone. */
    public Check at(int port) {
        return new Check(
                id,
                rows,
                expect,
                optional,
                flow,
                List.of(port),
                exchange,
                spoken,
                callsBack,
                source,
                firewalls,
                further.at(port),
                balancing,
                denial,
                strain);
    }

    /** Returns the same exchange as a permitted flow between other ends of one zone. */
    public Check permitted(String other, Flow between, Source from) {
        return with(other, List.of(), Expectation.ALLOW, between, from, List.of(), Optional.empty(), Strain.none());
    }

    private Check with(
            String id,
            List<String> rows,
            Expectation expect,
            Flow flow,
            Source source,
            List<String> firewalls,
            Optional<Denial> denial,
            Strain strain) {
        return new Check(
                id, rows, expect, optional, flow, ports, exchange, spoken, callsBack, source, firewalls, further,
                balancing, denial, strain);
    }

    /** Returns where the reports of media at one of its ports go; empty where they go with it. */
    public Optional<Integer> reportPort(int port) {
        return further.reportPort(port);
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
