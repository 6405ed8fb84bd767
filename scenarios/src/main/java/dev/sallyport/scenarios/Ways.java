package dev.sallyport.scenarios;

import dev.sallyport.check.Source;
import dev.sallyport.lab.Firewall;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Zone;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lies between the zones of a lab: firewalls, and what they do to a flow's source. */
final class Ways {
    private static final int NO_WAY_KNOWN = 1_000;

    private record Way(Zone from, Zone to) {}

    private final Lab lab;
    private final Map<Way, List<String>> firewalls = new HashMap<>();
    private final Map<Way, List<InetAddress>> masquerades = new HashMap<>();

    Ways(Lab lab) {
        this.lab = lab;
    }

    /** Returns the names of the firewalls that a flow passes. */
    List<String> firewalls(Zone from, Zone to) {
        return firewalls.computeIfAbsent(new Way(from, to), way -> lab.firewallsBetween(from, to).stream()
                .map(Firewall::name)
                .toList());
    }

    /** Returns the names of the firewalls at a zone: of those, which translates between its hosts is not declared. */
    List<String> firewallsAt(Zone zone) {
        return lab.firewalls().stream()
                .filter(box -> box.first().equals(zone) || box.second().equals(zone))
                .map(Firewall::name)
                .toList();
    }

    /**
     * Returns what the far end must see as the source: the host's own address, its static NAT, or the masquerade
     * declared between the zones. The host's own NAT comes first, as it is the narrower word.
     */
    Source source(Interface from, InetAddress own, Zone to) {
        InetAddress seen = from.seenFrom(to, own);
        if (!seen.equals(own)) {
            return new Source(seen, true);
        }
        return masquerades
                .computeIfAbsent(new Way(from.zone(), to), way -> lab.masqueradesBetween(from.zone(), to))
                .stream()
                .filter(nat -> nat.getClass() == own.getClass())
                .findFirst()
                .map(nat -> new Source(nat, false))
                .orElse(new Source(own, true));
    }

    /** Returns the meeting of two places at those of their interfaces that stand nearest to one another. */
    Meeting nearest(Place from, Place to) {
        Meeting best = null;
        for (Interface one : from.interfaces()) {
            for (Interface other : to.interfaces()) {
                Meeting meeting = new Meeting(from, one, to, other);
                best = best == null || distance(meeting) < distance(best) ? meeting : best;
            }
        }
        return best;
    }

    private int distance(Meeting meeting) {
        if (meeting.withinOneZone()) {
            return 0;
        }
        int boxes = firewalls(meeting.fromNetwork().zone(), meeting.toNetwork().zone())
                .size();
        return boxes == 0 ? NO_WAY_KNOWN : boxes;
    }
}
