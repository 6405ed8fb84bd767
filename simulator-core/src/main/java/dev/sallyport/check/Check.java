package dev.sallyport.check;

import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import java.util.List;

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
        List<String> firewalls) {

    /** Keeps its own copies. */
    public Check {
        rows = List.copyOf(rows);
        ports = List.copyOf(ports);
        firewalls = List.copyOf(firewalls);
    }
}
