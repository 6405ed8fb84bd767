package dev.sallyport.scenarios;

import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Zone;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands for a zone where a flow from it must be closed: whether it is, is decided by source zone, so one host
 * tries for all.
 *
 * <p>A host that is permitted something on the same path comes first, because a permitted flow proves the path.
 */
final class Origins {

    private record Path(InetAddress from, String toZone, Transport transport) {}

    private final Lab lab;
    private final Ways ways;
    private final Set<Path> permitted = new HashSet<>();

    /**
     * Knows who is permitted something.
     *
     * @param documented the flows that something allows
     */
    Origins(Lab lab, Ways ways, List<Draft> documented) {
        this.lab = lab;
        this.ways = ways;
        documented.stream()
                .map(Draft::flow)
                .forEach(flow ->
                        permitted.add(new Path(flow.from().address(), flow.to().zone(), flow.transport())));
    }

    /** Returns who tries from a zone; empty where nobody there would reach the far end through its own border. */
    Optional<End> from(Zone zone, End to, Transport transport) {
        List<End> able = all(zone).stream().filter(end -> reaches(end, to)).toList();
        return able.stream()
                .filter(end ->
                        permitted.contains(new Path(end.address(), to.zone().name(), transport)))
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    /** Returns another host of the far end's own zone, from which no firewall lies between; empty where it has none. */
    Optional<End> neighbour(End of, End notThis) {
        List<End> others = all(of.zone()).stream()
                .filter(end -> !end.sameHost(of) && end.sameFamily(of))
                .toList();
        return others.stream().filter(end -> !end.sameHost(notThis)).findFirst().or(() -> others.stream()
                .findFirst());
    }

    private List<End> all(Zone zone) {
        List<End> ends = new ArrayList<>();
        for (Host host : lab.hosts()) {
            for (Interface at : host.interfaces()) {
                if (at.zone().equals(zone)) {
                    at.addresses()
                            .forEach(address ->
                                    ends.add(new End(host, host.roles().get(0), at, address)));
                }
            }
        }
        return ends;
    }

    /**
     * Tells whether what an end sends to another leaves by that end's own interface: a host with an interface nearer to
     * the far end would send it from there, past the firewall that is meant.
     */
    boolean reaches(End from, End to) {
        boolean apart =
                !from.sameHost(to) && from.sameFamily(to) && !from.zone().equals(to.zone());
        return apart
                && ways.nearest(new Place(from.host(), from.role(), from.host().interfaces()), to.place())
                        .fromNetwork()
                        .equals(from.at());
    }
}
