package dev.sallyport.roles;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a role accepts, and the documented rows it is accepted for.
 *
 * @param rows ids of the rows, {@code SRV-03}; at least one
 * @param on the roles that accept it; several in files that serve several roles
 * @param service what listens, in the words of the documents
 * @param transports the transports it is accepted over; each is a flow of its own
 * @param ports where it listens
 * @param sourcePorts the initiator's ports where the row fixes them
 * @param printed what the table says
 * @param security what is really spoken
 * @param from the roles that initiate; a load balancer reaches its own pool only
 * @param scope between which hosts it holds
 * @param dialsPublic whether neighbours, too, know each other by the public addresses that a static NAT gives them
 * @param exchange protocol and name of the exchange that proves it, {@code sip/register}
 * @param when the condition under which a host accepts it
 * @param note what is ambiguous or contradicted; "" where nothing is
 * @param readings the ways to understand it, the default first; empty where there is but one
 */
public record Entry(
        List<String> rows,
        List<RoleAt> on,
        String service,
        Set<Transport> transports,
        PortRange ports,
        Optional<PortRange> sourcePorts,
        Printed printed,
        Security security,
        List<RoleAt> from,
        Scope scope,
        boolean dialsPublic,
        String exchange,
        When when,
        String note,
        List<Reading> readings) {

    /** Keeps its own copies. */
    public Entry {
        rows = List.copyOf(rows);
        on = List.copyOf(on);
        transports = Words.inOrder(transports);
        from = List.copyOf(from);
        readings = List.copyOf(readings);
    }

    /** Returns the protocol that its exchange speaks: {@code sip}. */
    public String protocol() {
        return exchange.substring(0, Math.max(0, exchange.indexOf('/')));
    }

    /** Tells whether the other entry holds for the same port of the same role. */
    boolean sharesItsListener(Entry other) {
        return ports.equals(other.ports) && when.equals(other.when) && !Collections.disjoint(on, other.on);
    }

    /** Returns what holds under a reading; the entry itself where it has no such reading. */
    public Entry under(String reading) {
        return readings.stream()
                .filter(each -> each.name().equals(reading))
                .findFirst()
                .map(each -> each.entry().reading(readings))
                .orElse(this);
    }

    /** Returns the entry for other rows, under each reading. */
    public Entry forRows(List<String> others) {
        List<Reading> same = readings.stream()
                .map(each -> new Reading(each.name(), each.about(), each.entry().forRows(others)))
                .toList();
        return with(others, ports, sourcePorts, same);
    }

    /** Returns the entry at other ports than documented. */
    public Entry at(PortRange other) {
        return with(rows, other, sourcePorts, readings);
    }

    /** Returns the entry for other ports of the initiator than documented. */
    public Entry fromPorts(PortRange other) {
        return with(rows, ports, Optional.of(other), readings);
    }

    Entry reading(List<Reading> known) {
        return with(rows, ports, sourcePorts, known);
    }

    private Entry with(List<String> rows, PortRange ports, Optional<PortRange> sourcePorts, List<Reading> readings) {
        return new Entry(
                rows,
                on,
                service,
                transports,
                ports,
                sourcePorts,
                printed,
                security,
                from,
                scope,
                dialsPublic,
                exchange,
                when,
                note,
                readings);
    }
}
