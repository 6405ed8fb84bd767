package dev.sallyport.scenarios;

import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The flows beside documented ones, which nothing allows: where a rule drawn too wide would leak.
 *
 * <p>For each documented flow between zones: its other direction, the ports beside it, the other transport, and the same
 * flow from every other zone. Whether something allows them is decided by source zone, destination address, transport
 * and port, so each of these is tried once, whoever asks.
 */
final class Beside {

    /**
     * A flow that must be closed.
     *
     * @param closed what nothing allows of its ports
     * @param beside what it stands beside: {@code SRV-03 (the port below)}
     */
    record Undocumented(Draft draft, List<PortRange> closed, String beside) {
        Undocumented {
            closed = List.copyOf(closed);
        }
    }

    /** What decides a flow: where the same is asked again, it is the same. */
    private record Question(String source, String destination, Transport transport, PortRange ports) {}

    private static final int HIGHEST = 65_535;

    private final Lab lab;
    private final Ways ways;
    private final Allowed allowed;
    private final Origins origins;
    private final Spoken spoken;
    private final List<Draft> documented;
    private final Set<Question> asked = new HashSet<>();
    private final List<Undocumented> found = new ArrayList<>();

    private Beside(Lab lab, Ways ways, Allowed allowed, Origins origins, Spoken spoken, List<Draft> documented) {
        this.lab = lab;
        this.ways = ways;
        this.allowed = allowed;
        this.origins = origins;
        this.spoken = spoken;
        this.documented = documented;
    }

    /** Returns the flows beside those documented ones that the lab does not exclude. */
    static List<Undocumented> of(
            Lab lab, Ways ways, Allowed allowed, Origins origins, Spoken spoken, List<Draft> documented) {
        Map<Boolean, List<Draft>> wanted = documented.stream()
                .collect(Collectors.partitioningBy(
                        draft -> !Demands.wanted(lab, draft).isEmpty()));
        Beside beside = new Beside(lab, ways, allowed, origins, spoken, wanted.get(true));
        wanted.get(false).forEach(draft -> beside.asked.add(beside.question(draft.flow())));
        wanted.get(true).stream().filter(Beside::crossesZones).forEach(beside::around);
        return beside.found;
    }

    private static boolean crossesZones(Draft draft) {
        return !draft.flow().from().zone().equals(draft.flow().to().zone());
    }

    private void around(Draft draft) {
        Flow flow = draft.flow();
        End from = End.of(lab, flow.from());
        End to = End.of(lab, flow.to());
        PortRange ports = flow.ports();
        Transport other = flow.transport() == Transport.TCP ? Transport.UDP : Transport.TCP;
        add(draft, from, to, flow.transport(), below(ports), "the port below");
        add(draft, from, to, flow.transport(), above(ports), "the port above");
        add(
                draft,
                from,
                to,
                other,
                Optional.of(ports),
                other.text() + " instead of " + flow.transport().text());
        add(draft, to, from, flow.transport(), Optional.of(ports), "the other direction");
        for (Zone zone : lab.zones()) {
            if (!zone.equals(from.zone()) && !zone.equals(to.zone())) {
                origins.from(zone, to, flow.transport())
                        .ifPresent(end ->
                                add(draft, end, to, flow.transport(), Optional.of(ports), "from zone " + zone.name()));
            }
        }
    }

    private static Optional<PortRange> below(PortRange ports) {
        return ports.first() > 1 ? Optional.of(PortRange.of(ports.first() - 1)) : Optional.empty();
    }

    private static Optional<PortRange> above(PortRange ports) {
        return ports.last() < HIGHEST ? Optional.of(PortRange.of(ports.last() + 1)) : Optional.empty();
    }

    private void add(Draft draft, End from, End to, Transport transport, Optional<PortRange> ports, String how) {
        if (ports.isEmpty() || !origins.reaches(from, to)) {
            return;
        }
        Flow flow = flow(from, to, transport, ports.get());
        List<PortRange> closed = without(lab.ignore(), Allowed.beside(flow.ports(), allowed.along(flow)));
        if (closed.isEmpty() || !asked.add(question(flow))) {
            return;
        }
        Exchanged exchanged = Exchanged.at(flow, documented, spoken);
        Draft undocumented = new Draft(
                flow.speaking(exchanged.protocol(), exchanged.security()),
                exchanged.exchange(),
                ways.source(from.at(), from.address(), to.zone()),
                ways.firewalls(from.zone(), to.zone()),
                draft.asks(),
                exchanged.balancing());
        found.add(new Undocumented(
                undocumented, closed, Demands.wanted(lab, draft).get(0).row() + " (" + how + ")"));
    }

    private Flow flow(End from, End to, Transport transport, PortRange ports) {
        Party initiator = from.party(lab, to.zone());
        Party acceptor = to.party(lab, from.zone());
        Exchanged plain = Exchanged.plain(transport);
        return new Flow(initiator, acceptor, transport, ports, Optional.empty(), plain.protocol(), plain.security());
    }

    private static List<PortRange> without(List<PortRange> ignored, List<PortRange> ranges) {
        List<Allowed.Opening> openings = ignored.stream()
                .map(range -> new Allowed.Opening(range, "ignore"))
                .toList();
        return ranges.stream()
                .flatMap(range -> Allowed.beside(range, openings).stream())
                .toList();
    }

    private Question question(Flow flow) {
        String source = lab.exactSources() ? flow.from().host() : flow.from().zone();
        return new Question(source, flow.to().address().getHostAddress(), flow.transport(), flow.ports());
    }
}
