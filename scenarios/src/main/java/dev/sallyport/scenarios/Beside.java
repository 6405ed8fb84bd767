package dev.sallyport.scenarios;

import dev.sallyport.flow.Flow;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private final Complement complement;
    private final Origins origins;
    private final Set<Question> asked = new HashSet<>();
    private final List<Undocumented> found = new ArrayList<>();

    private Beside(Lab lab, Complement complement, Origins origins) {
        this.lab = lab;
        this.complement = complement;
        this.origins = origins;
    }

    /**
     * Returns the flows beside documented ones.
     *
     * @param excluded flows that are denied already, as the site excludes their rows
     */
    static List<Undocumented> of(Complement complement, Origins origins, List<Draft> excluded) {
        Beside beside = new Beside(complement.lab(), complement, origins);
        excluded.forEach(draft -> beside.asked.add(beside.question(draft.flow())));
        complement.documented().stream().filter(Beside::crossesZones).forEach(beside::around);
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
        Draft undocumented = complement.draft(from, to, transport, ports.get(), draft.asks());
        List<PortRange> closed = complement.closed(undocumented.flow());
        if (!closed.isEmpty() && asked.add(question(undocumented.flow()))) {
            String row = Demands.wanted(lab, draft).get(0).row();
            found.add(new Undocumented(undocumented, closed, row + " (" + how + ")"));
        }
    }

    private Question question(Flow flow) {
        String source = lab.exactSources() ? flow.from().host() : flow.from().zone();
        return new Question(source, flow.to().address().getHostAddress(), flow.transport(), flow.ports());
    }
}
