package dev.sallyport.testkit.firewall;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a {@link NamespaceLab} consists of: zones around their firewalls, hosts with a link into each of their zones. */
record Topology(List<Zone> zones, List<Host> hosts) {

    /** The name of a zone's bridge in its firewall's namespace. */
    String bridge(Zone zone) {
        return "zone" + zones.indexOf(zone);
    }

    /** A network behind a firewall: one bridge in the namespace of the firewall of that name. */
    record Zone(String name, Subnet subnet, String firewall) {}

    /** A host: one namespace; its first link carries the default route. */
    record Host(String name, List<Link> links) {}

    /** One interface of a host, with all addresses the host has in that zone. */
    record Link(Zone zone, List<Inet4Address> addresses) {}

    /** The names of the firewalls, in the order of their first zones; one even where there is no zone. */
    List<String> firewalls() {
        return zones.isEmpty()
                ? List.of(NamespaceNames.FIREWALL)
                : zones.stream().map(Zone::firewall).distinct().toList();
    }

    /** Collects zones and hosts, and refuses what could not be a network, each time naming what to change. */
    static final class Draft {
        private static final Pattern OF_FIREWALLS = Pattern.compile(NamespaceNames.FIREWALL + "\\d*");
        private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?");

        private final Map<String, Zone> zones = new LinkedHashMap<>();
        private final Map<String, Map<Zone, List<Inet4Address>>> hosts = new LinkedHashMap<>();
        private final Set<Inet4Address> taken = new HashSet<>();

        void zone(String name, String cidr, String firewall) {
            if (zones.putIfAbsent(name, new Zone(name, Subnet.parse(cidr), firewall)) != null) {
                throw new IllegalArgumentException("zone '" + name + "' is there already; give it another name");
            }
        }

        void host(String name, String zoneName, List<String> addresses) {
            checkName(name);
            Zone zone = known(name, zoneName);
            List<Inet4Address> link = hosts.computeIfAbsent(name, any -> new LinkedHashMap<>())
                    .computeIfAbsent(zone, z -> new ArrayList<>());
            addresses.forEach(address -> link.add(free(name, zone, address)));
        }

        Topology topology() {
            List<Host> all = new ArrayList<>();
            hosts.forEach((name, byZone) -> all.add(new Host(name, links(byZone))));
            return new Topology(List.copyOf(zones.values()), List.copyOf(all));
        }

        private static List<Link> links(Map<Zone, List<Inet4Address>> byZone) {
            return byZone.entrySet().stream()
                    .map(entry -> new Link(entry.getKey(), List.copyOf(entry.getValue())))
                    .toList();
        }

        private static void checkName(String name) {
            if (!HOST.matcher(name).matches() || OF_FIREWALLS.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' cannot name a host: use letters, digits, '.' and '-'"
                        + ", and not '" + NamespaceNames.FIREWALL + "', which is what stands between the zones");
            }
        }

        private Zone known(String host, String zone) {
            if (!zones.containsKey(zone)) {
                throw new IllegalArgumentException("host '" + host + "' is in zone '" + zone
                        + "', which is not declared before it; declared are " + zones.keySet());
            }
            return zones.get(zone);
        }

        private Inet4Address free(String host, Zone zone, String text) {
            Inet4Address address = Ipv4.parse(text);
            if (!zone.subnet().offers(address)) {
                throw new IllegalArgumentException(
                        "host '" + host + "' cannot have " + text + " in zone '" + zone.name()
                                + "': use an address of " + zone.subnet() + " other than its ends and "
                                + zone.subnet().gateway().getHostAddress() + ", the firewall's");
            }
            if (!taken.add(address)) {
                throw new IllegalArgumentException(
                        "host '" + host + "' cannot have " + text + ": it is given out already");
            }
            return address;
        }
    }
}
