package dev.sallyport.lab;

import dev.sallyport.flow.PortRange;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The site under test, as its lab file describes it.
 *
 * @param domain the SIP and XMPP domain, in lower case
 * @param catalog the name of a built-in catalogue, or a folder of role files
 * @param hosts in the order of the file
 * @param ignore ports that sweeps leave alone
 * @param optional rows that are reported, neither demanded nor denied
 * @param exclude rows the site does without: their flows are expected to be denied
 * @param ports this site's port or range for a row
 * @param readings which reading of an ambiguous row this site follows
 * @param exactSources whether a flow from a host that no row names is denied, though its zone has one that may
 * @param digest identifies the text of the file: the first 16 hex digits of its SHA-256
 */
public record Lab(
        String name,
        String domain,
        String catalog,
        List<Zone> zones,
        List<Firewall> firewalls,
        List<Host> hosts,
        List<Permit> permits,
        List<PortRange> ignore,
        Set<String> optional,
        Set<String> exclude,
        Map<String, PortRange> ports,
        Map<String, String> readings,
        boolean exactSources,
        String digest) {
    /** Keeps its own copies. */
    public Lab {
        zones = List.copyOf(zones);
        firewalls = List.copyOf(firewalls);
        hosts = List.copyOf(hosts);
        permits = List.copyOf(permits);
        ignore = List.copyOf(ignore);
        optional = Collections.unmodifiableSet(new LinkedHashSet<>(optional));
        exclude = Collections.unmodifiableSet(new LinkedHashSet<>(exclude));
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** Returns the host of that name. */
    public Optional<Host> host(String wanted) {
        return hosts.stream().filter(host -> host.name().equals(wanted)).findFirst();
    }

    /** Returns the hosts that play the role. */
    public List<Host> hostsWith(String role) {
        return hosts.stream().filter(host -> host.plays(role)).toList();
    }

    /** Returns the members of a pool. */
    public List<Host> hostsOfPool(String pool) {
        return hosts.stream()
                .filter(host -> host.pool().filter(pool::equals).isPresent())
                .toList();
    }

    /** Returns the hosts with an interface in the zone. */
    public List<Host> hostsIn(Zone zone) {
        return hosts.stream().filter(host -> host.standsIn(zone)).toList();
    }

    /** Returns the host that has the address, or is publicly seen as it. */
    public Optional<Host> hostAt(InetAddress address) {
        return hosts.stream()
                .filter(host -> host.interfaceAt(address).isPresent())
                .findFirst();
    }

    /** Returns every address of the lab, public ones and NAT sources included: agents send to no other. */
    public Set<InetAddress> addresses() {
        Set<InetAddress> all = new LinkedHashSet<>();
        for (Host host : hosts) {
            all.addAll(host.addresses());
            host.interfaces().forEach(one -> one.publicAddress().ifPresent(all::add));
        }
        firewalls.forEach(firewall -> firewall.masquerades().forEach(nat -> all.add(nat.source())));
        return Collections.unmodifiableSet(all);
    }

    /** Returns the names of the pools. */
    public Set<String> pools() {
        Set<String> all = new LinkedHashSet<>();
        hosts.forEach(host -> host.pool().ifPresent(all::add));
        return Collections.unmodifiableSet(all);
    }

    /** Returns the full name of a pool, {@code pool1.contoso.lab}. */
    public String poolFqdn(String pool) {
        return DnsName.dotted(pool + "." + domain);
    }

    /** Returns every full name of the lab: of hosts, of interfaces, of pools. */
    public Set<String> fqdns() {
        Set<String> all = new LinkedHashSet<>();
        hosts.forEach(host -> all.addAll(host.fqdns()));
        pools().forEach(pool -> all.add(poolFqdn(pool)));
        return Collections.unmodifiableSet(all);
    }

    /** Returns the NAT sources declared from one zone to another; none where flows keep their source. */
    public List<InetAddress> masqueradesBetween(Zone from, Zone to) {
        return firewalls.stream()
                .flatMap(firewall -> firewall.masquerades().stream())
                .filter(nat -> nat.from().equals(from) && nat.to().equals(to))
                .map(Masquerade::source)
                .distinct()
                .toList();
    }

    /**
     * Returns the firewalls a flow passes from one zone to another: those on the shortest way through the zones, and
     * those with a NAT declared for it.
     */
    public List<Firewall> firewallsBetween(Zone from, Zone to) {
        Set<Firewall> passed = new LinkedHashSet<>(shortestWay(from, to));
        for (Firewall firewall : firewalls) {
            boolean translates = firewall.masquerades().stream()
                    .anyMatch(nat -> nat.from().equals(from) && nat.to().equals(to));
            if (translates) {
                passed.add(firewall);
            }
        }
        return List.copyOf(passed);
    }

    private List<Firewall> shortestWay(Zone from, Zone to) {
        Map<Zone, List<Firewall>> ways = new LinkedHashMap<>();
        ways.put(from, List.of());
        Deque<Zone> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty() && !ways.containsKey(to)) {
            Zone here = reached.remove();
            for (Zone next : zones) {
                List<Firewall> border = firewalls.stream()
                        .filter(box -> box.between(here, next))
                        .toList();
                if (!border.isEmpty() && !ways.containsKey(next)) {
                    ways.put(next, joined(ways.get(here), border));
                    reached.add(next);
                }
            }
        }
        return ways.getOrDefault(to, List.of());
    }

    private static List<Firewall> joined(List<Firewall> way, List<Firewall> border) {
        Set<Firewall> both = new LinkedHashSet<>(way);
        both.addAll(border);
        return List.copyOf(both);
    }
}
