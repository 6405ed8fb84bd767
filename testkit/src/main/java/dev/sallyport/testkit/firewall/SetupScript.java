package dev.sallyport.testkit.firewall;

import dev.sallyport.testkit.firewall.Topology.Host;
import dev.sallyport.testkit.firewall.Topology.Link;
import dev.sallyport.testkit.firewall.Topology.Zone;
import dev.sallyport.testkit.machine.Programs;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the one shell script that makes a whole lab inside its namespaces: a process a namespace instead of one a
 * command, and something to read and run by hand when a lab does not come up.
 */
final class SetupScript {
    /** Where the routing tables of a host with several interfaces begin; the system's own are 253 and up. */
    private static final int FIRST_TABLE = 100;

    private static final List<String> FIREWALL_SETTINGS = List.of(
            "put ipv4/ip_forward 1",
            // A rule may ask how many bytes a connection has carried.
            "put netfilter/nf_conntrack_acct 1",
            // Neighbours that dial each other's translated addresses come back by the way they came, and shall.
            "put ipv4/conf/all/send_redirects 0",
            "put ipv4/conf/default/send_redirects 0",
            // Every refused packet is answered, however many came before it.
            "put ipv4/icmp_ratelimit 0",
            "put ipv4/icmp_msgs_per_sec 1000000",
            "put ipv4/icmp_msgs_burst 1000000",
            // Neighbours of one zone reach each other without passing the firewall, as on a switch.
            "put bridge/bridge-nf-call-iptables 0",
            "put bridge/bridge-nf-call-ip6tables 0",
            "put bridge/bridge-nf-call-arptables 0");

    private static final List<String> HOST_SETTINGS = List.of(
            // Media ports, 49152-65535, are never lent to an outgoing connection.
            "put ipv4/ip_local_port_range '10000 32767'", "put ipv4/ip_unprivileged_port_start 0");

    private final Topology topology;
    private final NamespaceNames names;
    private final String ip;
    private final StringBuilder script = new StringBuilder();

    private SetupScript(Topology topology, NamespaceNames names, String ip) {
        this.topology = topology;
        this.names = names;
        this.ip = ip;
    }

    /** The first firewall's namespace exists already (it is the lab's claim to its number); the script makes the rest. */
    static String of(Topology topology, NamespaceNames names) {
        return new SetupScript(topology, names, Programs.path("ip")).write();
    }

    private String write() {
        line("set -e");
        batch(namespaces());
        List<String> firewalls = topology.firewalls();
        for (int box = 0; box < firewalls.size(); box++) {
            inside(names.firewall(box), FIREWALL_SETTINGS, firewall(firewalls.get(box)));
        }
        topology.hosts().forEach(host -> inside(names.of(host.name()), HOST_SETTINGS, host(host)));
        return script.toString();
    }

    private List<String> namespaces() {
        Stream<String> firewalls =
                IntStream.range(1, topology.firewalls().size()).mapToObj(names::firewall);
        Stream<String> hosts = topology.hosts().stream().map(host -> names.of(host.name()));
        return Stream.concat(firewalls, hosts).map(name -> "netns add " + name).toList();
    }

    private void inside(String namespace, List<String> settings, List<String> commands) {
        line(ip + " netns exec " + namespace + " sh -e <<'INSIDE'");
        // What this kernel does not have needs no value.
        line("put() { [ ! -e /proc/sys/net/$1 ] || echo \"$2\" > /proc/sys/net/$1; }");
        // A path there and another back is for a test to show, not for the kernel to forbid.
        line("put ipv4/conf/all/rp_filter 0");
        line("put ipv4/conf/default/rp_filter 0");
        settings.forEach(this::line);
        batch(commands);
        line("INSIDE");
    }

    private void batch(List<String> commands) {
        line(ip + " -batch - <<'BATCH'");
        commands.forEach(this::line);
        line("BATCH");
    }

    private List<String> firewall(String name) {
        List<String> commands = new ArrayList<>(List.of("link set lo up"));
        topology.zones().stream()
                .filter(zone -> zone.firewall().equals(name))
                .forEach(zone -> commands.addAll(bridge(zone)));
        for (int host = 0; host < topology.hosts().size(); host++) {
            commands.addAll(cables(host, name));
        }
        return commands;
    }

    private List<String> bridge(Zone zone) {
        String gateway =
                zone.subnet().gateway().getHostAddress() + "/" + zone.subnet().prefix();
        return List.of(
                "link add " + bridgeName(zone) + " type bridge",
                "address add " + gateway + " broadcast + dev " + bridgeName(zone),
                "link set " + bridgeName(zone) + " up");
    }

    private List<String> cables(int index, String firewall) {
        Host host = topology.hosts().get(index);
        List<String> commands = new ArrayList<>();
        for (int link = 0; link < host.links().size(); link++) {
            Zone zone = host.links().get(link).zone();
            if (zone.firewall().equals(firewall)) {
                String port = "host" + index + "eth" + link;
                String far = "eth" + link + " netns " + names.of(host.name());
                commands.add("link add " + port + " type veth peer name " + far);
                commands.add("link set " + port + " master " + bridgeName(zone) + " up");
            }
        }
        return commands;
    }

    private List<String> host(Host host) {
        List<String> commands = new ArrayList<>(List.of("link set lo up"));
        for (int link = 0; link < host.links().size(); link++) {
            commands.addAll(addresses(link, host.links().get(link)));
        }
        commands.add("route add default via " + gateway(host.links().get(0)));
        for (int link = 0; link < host.links().size() && host.links().size() > 1; link++) {
            commands.addAll(ownWay(link, host.links().get(link)));
        }
        return commands;
    }

    private static List<String> addresses(int index, Link link) {
        List<String> commands = new ArrayList<>(List.of("link set eth" + index + " up"));
        // A virtual cable would carry several segments as one packet, which no network of wires does.
        commands.add("link set eth" + index + " gso_max_segs 1");
        for (Inet4Address address : link.addresses()) {
            String network =
                    address.getHostAddress() + "/" + link.zone().subnet().prefix();
            commands.add("address add " + network + " broadcast + dev eth" + index);
        }
        return commands;
    }

    /** What is sent from an address of this link leaves by this link, so that answers take the way their request came. */
    private static List<String> ownWay(int index, Link link) {
        String table = " table " + (FIRST_TABLE + index);
        List<String> commands = new ArrayList<>();
        commands.add("route add " + link.zone().subnet() + " dev eth" + index + table);
        commands.add("route add default via " + gateway(link) + " dev eth" + index + table);
        for (Inet4Address address : link.addresses()) {
            commands.add("rule add from " + address.getHostAddress() + " lookup " + (FIRST_TABLE + index));
        }
        return commands;
    }

    private static String gateway(Link link) {
        return link.zone().subnet().gateway().getHostAddress();
    }

    private String bridgeName(Zone zone) {
        return topology.bridge(zone);
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
