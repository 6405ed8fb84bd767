package dev.sallyport.scenarios;

import dev.sallyport.check.Source;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Entry;
import dev.sallyport.roles.Row;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects the flows that entries ask for: one each transport and shared address family, at the first address of the
 * family. Equal flows become one that carries all their rows; the roles in which the hosts meet make no difference, as
 * no firewall sees them.
 */
final class Drafts {
    private record Sameness(
            InetAddress from,
            InetAddress to,
            Transport transport,
            PortRange ports,
            Optional<PortRange> sourcePorts,
            Security security,
            String exchange) {

        static Sameness of(Flow flow, String exchange) {
            return new Sameness(
                    flow.from().address(),
                    flow.to().address(),
                    flow.transport(),
                    flow.ports(),
                    flow.sourcePorts(),
                    flow.security(),
                    exchange);
        }
    }

    private final Lab lab;
    private final Catalog catalog;
    private final Ways ways;
    private final Map<Sameness, Draft> drafts = new LinkedHashMap<>();

    Drafts(Lab lab, Catalog catalog, Ways ways) {
        this.lab = lab;
        this.catalog = catalog;
        this.ways = ways;
    }

    void add(Entry entry, Meeting meeting) {
        for (Transport transport : entry.transports()) {
            for (Class<? extends InetAddress> family : List.of(Inet4Address.class, Inet6Address.class)) {
                add(entry, meeting, transport, family);
            }
        }
    }

    List<Draft> all() {
        return List.copyOf(drafts.values());
    }

    private void add(Entry entry, Meeting meeting, Transport transport, Class<? extends InetAddress> family) {
        Optional<InetAddress> from = first(meeting.fromNetwork(), family);
        Optional<InetAddress> to = first(meeting.toNetwork(), family);
        if (from.isPresent() && to.isPresent()) {
            Draft draft = draft(entry, meeting, transport, from.get(), to.get());
            drafts.merge(Sameness.of(draft.flow(), draft.exchange()), draft, Draft::joined);
        }
    }

    private Draft draft(Entry entry, Meeting meeting, Transport transport, InetAddress from, InetAddress to) {
        if (entry.dialsPublic() && meeting.meetsInPublic(from.getClass())) {
            return turned(entry, meeting, transport, from, to);
        }
        Interface near = meeting.fromNetwork();
        Interface far = meeting.toNetwork();
        Party initiator = Parties.party(lab, meeting.from(), near, from, far.zone());
        Party acceptor = Parties.party(lab, meeting.to(), far, to, near.zone());
        return new Draft(
                flow(entry, transport, initiator, acceptor),
                entry.exchange(),
                ways.source(near, from, far.zone()),
                ways.firewalls(near.zone(), far.zone()),
                asks(entry, meeting).toList());
    }

    /** A flow that leaves its zone for the firewall, is translated there at both ends, and turns back into the zone. */
    private Draft turned(Entry entry, Meeting meeting, Transport transport, InetAddress from, InetAddress to) {
        Party initiator = Parties.inPublic(lab, meeting.from(), meeting.fromNetwork(), from);
        Party acceptor = Parties.inPublic(lab, meeting.to(), meeting.toNetwork(), to);
        return new Draft(
                flow(entry, transport, initiator, acceptor),
                entry.exchange(),
                new Source(initiator.dialled(), true),
                ways.firewallsAt(meeting.toNetwork().zone()),
                asks(entry, meeting).toList());
    }

    private static Flow flow(Entry entry, Transport transport, Party from, Party to) {
        return new Flow(from, to, transport, entry.ports(), entry.sourcePorts(), entry.protocol(), entry.security());
    }

    private Stream<Ask> asks(Entry entry, Meeting meeting) {
        return entry.rows().stream().map(row -> ask(row, entry, meeting));
    }

    private Ask ask(String row, Entry entry, Meeting meeting) {
        List<String> repeats = catalog.row(row).map(Row::repeats).orElse(List.of());
        return new Ask(row, meeting.from().role(), meeting.to().role(), entry.printed(), repeats);
    }

    private static Optional<InetAddress> first(Interface at, Class<? extends InetAddress> family) {
        return at.addresses().stream().filter(family::isInstance).findFirst();
    }
}
