package dev.sallyport.scenarios;

import dev.sallyport.roles.Printed;
import java.util.List;
import java.util.Set;

/**
 * That a row asks for a flow, and between which roles.
 *
 * @param row {@code SRV-03}
 * @param printed what the table prints, an "Any" above all
 * @param repeats rows that say the same elsewhere, and with which this one goes
 */
record Ask(String row, String fromRole, String toRole, Printed printed, List<String> repeats) {
    /** Keeps its own copy. */
    Ask {
        repeats = List.copyOf(repeats);
    }

    /**
     * Tells whether the row is among those that a site names, or goes with them: all that it repeats of the same flow
     * are.
     *
     * @param flow everything that asks for the flow
     */
    boolean isAmong(Set<String> named, List<Ask> flow) {
        List<String> repeated =
                flow.stream().map(Ask::row).filter(repeats::contains).toList();
        return named.contains(row) || !repeated.isEmpty() && named.containsAll(repeated);
    }
}
