package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.check.Further;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Zone;
import dev.sallyport.yaml.DidYouMean;
import java.util.Comparator;
import java.util.List;

/**
 * The checks that answer one question: the flow between two hosts at one port.
 *
 * <p>Where rows ask for the flow, or it stands beside what they ask for, these are its checks at that port. Of any other
 * flow it is still known whether something allows it.
 */
final class Asked {
    private final Lab lab;
    private final Documented documented;
    private final String from;
    private final String to;
    private final int port;
    private final Transport transport;

    /**
     * Prepares the question.
     *
     * @param from a host, {@code fe1}, or one of its interfaces, {@code edge1/internal}
     * @param to the same for the far end
     */
    Asked(Lab lab, Documented documented, String from, String to, int port, Transport transport) {
        this.lab = lab;
        this.documented = documented;
        this.from = from;
        this.to = to;
        this.port = port;
        this.transport = transport;
    }

    /**
     * Returns the question's checks, with what proves them where they must be closed.
     *
     * @throws NoPlanException where a host or interface is not of the lab, or both are one host
     */
    Plan plan() {
        List<End> near = ends(from);
        List<End> far = ends(to);
        if (near.get(0).sameHost(far.get(0))) {
            throw new NoPlanException("'" + from + "' and '" + to
                    + "' are one host: what it sends to itself never leaves it; name two hosts");
        }
        List<Check> known = known();
        List<Check> checks = known.isEmpty() ? List.of(unknown(near, far)) : known;
        return new Plan(lab.name(), lab.digest(), List.of(), checks, documented.controls(checks), List.of());
    }

    private List<Check> known() {
        List<Check> all = documented.planned().stream()
                .map(Planned::check)
                .filter(check -> isMeant(check.flow()))
                .filter(Asked::decidesThePort)
                .toList();
        List<Check> allowed = all.stream()
                .filter(check -> check.expect() == Expectation.ALLOW)
                .toList();
        return (allowed.isEmpty() ? all : allowed)
                .stream().map(check -> check.at(port)).toList();
    }

    /**
     * A denied range may be allowed in parts, and its neighbour tries a sample: of one of its ports both are found anew.
     */
    private static boolean decidesThePort(Check check) {
        return check.expect() == Expectation.ALLOW || check.flow().ports().size() == 1;
    }

    private boolean isMeant(Flow flow) {
        return flow.from().isCalled(from)
                && flow.to().isCalled(to)
                && flow.transport() == transport
                && flow.ports().contains(port);
    }

    private Check unknown(List<End> near, List<End> far) {
        Complement complement = documented.complement();
        Draft draft = draft(near, far);
        Flow flow = draft.flow();
        boolean allowed = flow.from().zone().equals(flow.to().zone())
                || !complement.allowed().along(flow).isEmpty();
        Expectation expect = allowed ? Expectation.ALLOW : Expectation.DENY;
        Check check =
                draft.check(flow.label(), List.of(), List.of(port), Further.none(), expect, false, complement.spoken());
        return documented.proving().proving(new Planned(check, List.of())).check();
    }

    private Draft draft(List<End> near, List<End> far) {
        Complement complement = documented.complement();
        return near.stream()
                .flatMap(one -> far.stream()
                        .filter(one::sameFamily)
                        .map(other -> complement.draft(one, other, transport, PortRange.of(port), List.of())))
                .min(Comparator.comparing(draft -> distance(draft.flow())))
                .orElseThrow(() -> new NoPlanException(
                        "'" + from + "' and '" + to + "' share no address family, so neither can dial the other"));
    }

    /** Where several interfaces could be meant, those are that stand nearest to one another. */
    private int distance(Flow flow) {
        if (flow.from().zone().equals(flow.to().zone())) {
            return 0;
        }
        int boxes = lab.firewallsBetween(zone(flow.from()), zone(flow.to())).size();
        return boxes == 0 ? Integer.MAX_VALUE : boxes;
    }

    private Zone zone(Party party) {
        return End.of(lab, party).zone();
    }

    private List<End> ends(String word) {
        String[] parts = word.split("/", 2);
        List<String> names = lab.hosts().stream().map(Host::name).toList();
        Host host =
                lab.host(parts[0]).orElseThrow(() -> new NoPlanException(DidYouMean.unknown("host", parts[0], names)));
        List<Interface> meant = host.interfaces().stream()
                .filter(at -> parts.length == 1 || at.name().equals(parts[1]))
                .toList();
        if (meant.isEmpty()) {
            throw new NoPlanException(DidYouMean.unknown(
                    "interface of " + host.name(),
                    parts[1],
                    host.interfaces().stream().map(Interface::name).toList()));
        }
        return meant.stream()
                .flatMap(at -> at.addresses().stream()
                        .map(address -> new End(host, host.roles().get(0), at, address)))
                .toList();
    }
}
