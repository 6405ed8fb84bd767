package dev.sallyport.scenarios;

import dev.sallyport.flow.Flow;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Permit;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Elsewhere;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a lab's firewalls may let through, whoever says so: a documented row, a printed Any, or a permit.
 *
 * <p>It is decided by source zone, destination address, transport and port; by source host instead of zone where the lab
 * says {@code sources: exact}. A printed "Any" covers all of its zone either way.
 */
final class Allowed {
    /**
     * Ports that something allows.
     *
     * @param by {@code SRV-39}, {@code EDGE-021}, {@code permit 'remote desktop'}
     */
    record Opening(PortRange ports, String by) {}

    /** Ends are written {@code zone internet}, {@code host fe1} or {@code address 10.1.0.10}. */
    private record Path(String source, String destination, Transport transport) {}

    private final Lab lab;
    private final boolean exact;
    private final Map<Path, List<Opening>> openings = new HashMap<>();

    private Allowed(Lab lab, boolean exact) {
        this.lab = lab;
        this.exact = exact;
    }

    /** Begins with nothing, to be decided as the lab says. */
    static Allowed asTheLabSays(Lab lab) {
        return new Allowed(lab, lab.exactSources());
    }

    /** Begins with nothing, to be decided by source host: what the strictest firewall of the documents lets through. */
    static Allowed bySourceHost(Lab lab) {
        return new Allowed(lab, true);
    }

    /**
     * Gathers what a lab's rows, the catalogue's rows for hosts beyond it, and its permits allow.
     *
     * @param drafts every documented flow of the lab
     */
    Allowed gathering(Catalog catalog, Meetings meetings, List<Draft> drafts) {
        drafts.forEach(draft -> Demands.wanted(lab, draft).forEach(ask -> add(draft, ask)));
        Set<String> withdrawn = withdrawn(lab, drafts);
        catalog.elsewhere().stream()
                .filter(beyond -> !withdrawn.containsAll(beyond.rows()))
                .forEach(beyond -> meetings.of(beyond.from(), beyond.on()).forEach(meeting -> add(beyond, meeting)));
        lab.permits().forEach(this::add);
        return this;
    }

    /** Rows that the site excludes, itself or with all that they repeat: what is printed of them is not allowed either. */
    private static Set<String> withdrawn(Lab lab, List<Draft> drafts) {
        Set<String> rows = new HashSet<>(lab.exclude());
        drafts.forEach(draft -> draft.asks().forEach(ask -> rows.add(ask.row())));
        drafts.forEach(draft -> Demands.wanted(lab, draft).forEach(ask -> rows.remove(ask.row())));
        return rows;
    }

    void add(Draft draft, Ask ask) {
        Flow flow = draft.flow();
        boolean host = exact && !ask.printed().fromAny();
        String source = host ? host(flow.from().host()) : zone(flow.from().zone());
        String destination = ask.printed().toAny()
                ? zone(flow.to().zone())
                : address(flow.to().address().getHostAddress());
        open(new Path(source, destination, flow.transport()), new Opening(flow.ports(), ask.row()));
    }

    void add(Elsewhere beyond, Meeting meeting) {
        Opening opening = new Opening(beyond.ports(), String.join(", ", beyond.rows()));
        for (Transport transport : beyond.transports()) {
            open(meeting.from().host(), meeting.fromNetwork(), meeting.toNetwork(), transport, opening);
        }
    }

    void add(Permit permit) {
        String reason = permit.reason().isEmpty() ? "" : " '" + permit.reason() + "'";
        Opening opening = new Opening(permit.ports(), "permit" + reason);
        for (Host from : lab.hosts()) {
            for (Interface near : ends(from, permit.from())) {
                lab.hosts().stream()
                        .flatMap(to -> ends(to, permit.to()).stream())
                        .forEach(far -> open(from, near, far, permit.transport(), opening));
            }
        }
    }

    private static List<Interface> ends(Host host, List<Permit.End> ends) {
        return host.interfaces().stream()
                .filter(its -> ends.stream().anyMatch(end -> end.covers(host, its)))
                .toList();
    }

    private void open(Host from, Interface near, Interface far, Transport transport, Opening opening) {
        String source = exact ? host(from.name()) : zone(near.zone().name());
        far.addresses().forEach(to -> open(new Path(source, address(to.getHostAddress()), transport), opening));
    }

    private void open(Path path, Opening opening) {
        openings.computeIfAbsent(path, p -> new ArrayList<>()).add(opening);
    }

    /** Returns what is open on the flow's path, at ports that it shares. */
    List<Opening> along(Flow flow) {
        List<String> sources =
                List.of(zone(flow.from().zone()), host(flow.from().host()));
        List<String> destinations =
                List.of(zone(flow.to().zone()), address(flow.to().address().getHostAddress()));
        return sources.stream()
                .flatMap(source ->
                        destinations.stream().map(destination -> new Path(source, destination, flow.transport())))
                .flatMap(path -> openings.getOrDefault(path, List.of()).stream())
                .filter(opening -> opening.ports().overlaps(flow.ports()))
                .toList();
    }

    /** Returns what openings leave of a range. */
    static List<PortRange> beside(PortRange range, List<Opening> openings) {
        List<PortRange> left = List.of(range);
        for (Opening opening : openings) {
            left = left.stream().flatMap(part -> without(part, opening.ports())).toList();
        }
        return left;
    }

    private static Stream<PortRange> without(PortRange range, PortRange taken) {
        if (!range.overlaps(taken)) {
            return Stream.of(range);
        }
        List<PortRange> left = new ArrayList<>();
        if (range.first() < taken.first()) {
            left.add(new PortRange(range.first(), taken.first() - 1));
        }
        if (taken.last() < range.last()) {
            left.add(new PortRange(taken.last() + 1, range.last()));
        }
        return left.stream();
    }

    private static String zone(String name) {
        return "zone " + name;
    }

    private static String host(String name) {
        return "host " + name;
    }

    private static String address(String literal) {
        return "address " + literal;
    }
}
