package dev.sallyport.roles;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;

/**
 * What a document also lets a role accept, from whom nobody asks: a printed Any beyond those who really come. Never
 * demanded, and never denied.
 *
 * @param rows ids of the rows, {@code EDGE-021}
 * @param on the roles that accept it; {@link RoleAt#ANY} for every destination
 * @param about what it is for, in a few words
 */
public record Elsewhere(
        List<String> rows,
        List<RoleAt> on,
        Set<Transport> transports,
        PortRange ports,
        List<RoleAt> from,
        String about) {
    /** Keeps its own copies. */
    public Elsewhere {
        rows = List.copyOf(rows);
        on = List.copyOf(on);
        transports = Words.inOrder(transports);
        from = List.copyOf(from);
    }

    Elsewhere forRows(List<String> others) {
        return new Elsewhere(others, on, transports, ports, from, about);
    }
}
