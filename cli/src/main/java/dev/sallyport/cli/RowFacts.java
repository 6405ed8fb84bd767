package dev.sallyport.cli;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Entry;
import dev.sallyport.roles.RoleAt;
import dev.sallyport.roles.Row;
import dev.sallyport.roles.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row as {@code catalog --json} writes it.
 *
 * @param printed the table's cells
 * @param repeats rows of other tables that say the same
 * @param sameAs the row of an earlier product that this one prints again
 * @param flows what holds because of it
 */
record RowFacts(
        String id,
        String document,
        Cells printed,
        List<String> repeats,
        Optional<String> sameAs,
        List<FlowFacts> flows) {

    /** What the table prints. */
    record Cells(
            String role,
            String service,
            String from,
            String to,
            Set<Transport> transport,
            String ports,
            Set<Security> security,
            String protocol) {}

    /**
     * One thing that roles accept because of a row.
     *
     * @param when {@code collocated(front-end)}; empty where it always holds
     * @param spoken whether this version speaks the exchange
     * @param readings the default first
     */
    record FlowFacts(
            List<String> from,
            List<String> on,
            String service,
            Set<Transport> transport,
            PortRange ports,
            Optional<PortRange> sourcePorts,
            Security security,
            String scope,
            Optional<String> when,
            String exchange,
            boolean spoken,
            String note,
            List<ReadingFacts> readings) {}

    /** One way to understand the row. */
    record ReadingFacts(String name, String about) {}

    static RowFacts of(Catalog catalog, Row row, Protocols protocols) {
        Cells printed = new Cells(
                row.role(),
                row.service(),
                row.from(),
                row.to(),
                row.transports(),
                row.ports(),
                row.security(),
                row.protocol());
        List<FlowFacts> flows = catalog.entries(row.id()).stream()
                .map(entry -> flow(entry, protocols))
                .toList();
        Optional<String> sameAs = Optional.of(row.sameAs()).filter(first -> !first.isEmpty());
        return new RowFacts(row.id(), row.document(), printed, row.repeats(), sameAs, flows);
    }

    private static FlowFacts flow(Entry entry, Protocols protocols) {
        return new FlowFacts(
                names(entry.from()),
                names(entry.on()),
                entry.service(),
                entry.transports(),
                entry.ports(),
                entry.sourcePorts(),
                entry.security(),
                entry.scope().text(),
                condition(entry.when()),
                entry.exchange(),
                protocols.speak(entry.exchange()),
                entry.note(),
                entry.readings().stream()
                        .map(reading -> new ReadingFacts(reading.name(), reading.about()))
                        .toList());
    }

    private static List<String> names(List<RoleAt> roles) {
        return roles.stream().map(RoleAt::toString).toList();
    }

    private static Optional<String> condition(When when) {
        return switch (when.kind()) {
            case ALWAYS -> Optional.empty();
            case COLLOCATED -> Optional.of("collocated(" + when.role() + ")");
            case NOT_COLLOCATED -> Optional.of("not collocated(" + when.role() + ")");
            case POOL_RUNS -> Optional.of("pool-runs(" + when.role() + ")");
        };
    }
}
