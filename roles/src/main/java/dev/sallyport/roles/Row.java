package dev.sallyport.roles;

import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of a documented port table, as printed; cells in our own English words, "" where a cell is empty.
 *
 * @param id {@code PIC-04}
 * @param document the document's short name, {@code PIC}
 * @param role the role it is listed under, which need not be the one that listens
 * @param from the printed source; {@code any} where the table says Any
 * @param to the printed destination, or the role where the table only lists a listener
 * @param ports as printed: {@code 5061}, {@code 50000-59999}, {@code 67/68} for a pair that is no range
 * @param security empty where the cell says nothing
 * @param protocol the application protocol, {@code sip}
 * @param repeats ids of rows of other tables that say the same of a listener; what a site says of those holds here too
 * @param sameAs id of the row of an earlier product that this one prints again; "" where there is none
 */
public record Row(
        String id,
        String document,
        String role,
        String service,
        String from,
        String to,
        Set<Transport> transports,
        String ports,
        Set<Security> security,
        String protocol,
        List<String> repeats,
        String sameAs) {
    /** Keeps its own copies. */
    public Row {
        transports = Words.inOrder(transports);
        security = Words.inOrder(security);
        repeats = List.copyOf(repeats);
    }

    /** Returns what an entry tells of a row that no table of rows describes. */
    static Row of(String id, Entry entry) {
        String role = entry.on().stream().map(RoleAt::toString).collect(Collectors.joining(", "));
        String from = entry.from().stream().map(RoleAt::toString).collect(Collectors.joining(", "));
        return new Row(
                id,
                id.substring(0, Math.max(0, id.lastIndexOf('-'))),
                role,
                entry.service(),
                from,
                role,
                entry.transports(),
                entry.ports().toString(),
                entry.printed().security(),
                entry.protocol(),
                List.of(),
                "");
    }

    /** Returns the same line as another document prints it. */
    Row as(String other, String inDocument) {
        return new Row(
                other, inDocument, role, service, from, to, transports, ports, security, protocol, repeats, first());
    }

    private String first() {
        return sameAs.isEmpty() ? id : sameAs;
    }

    /** Returns the row without what it repeats of some. */
    Row without(Set<String> some) {
        List<String> left = repeats.stream().filter(row -> !some.contains(row)).toList();
        return new Row(id, document, role, service, from, to, transports, ports, security, protocol, left, sameAs);
    }
}
