package dev.sallyport.testkit.firewall;

import dev.sallyport.testkit.machine.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Hosts as Linux network namespaces, joined by a forwarding namespace with a real nftables firewall.
 *
 * <p>Each zone is a bridge inside its firewall's namespace: hosts of one zone reach each other directly, everything else
 * passes the firewall, which has the first address of every zone and is every host's default route. A host in several
 * zones has an interface in each; what it sends from an address leaves by that address's interface, and what it sends
 * without choosing one leaves by the zone it was declared in first. Where zones name different firewalls, each firewall
 * is a box of its own, and between zones of different boxes there is no way but through a host.
 *
 * <p>Nothing of the machine's own network is touched. The namespaces are named {@code sallyport-PID-NUMBER-HOST} and go
 * away with {@link #close}, with the JVM, or, where it was killed, when the next lab starts. Needs root, {@code ip} and
 * {@code nft}: see {@link RequiresFirewall}.
 *
 * <pre>{@code
 * try (NamespaceLab lab = NamespaceLab.builder("sip")
 *         .zone("internal", "10.1.0.0/24")
 *         .zone("internet", "198.51.100.0/24")
 *         .host("fe1", "internal", "10.1.0.10")
 *         .host("client1", "internet", "198.51.100.20")
 *         .start()) { ... }
 * }</pre>
 */
public final class NamespaceLab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Topology topology;
    private final NamespaceNames names;
    private final Map<String, Firewall> firewalls = new LinkedHashMap<>();
    private final Map<String, Firewall> hostFirewalls = new ConcurrentHashMap<>();
    private final Queue<Process> started = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread lastResort = new Thread(this::remove, "namespace-lab-removal");

    private NamespaceLab(String name, Topology topology, NamespaceNames names) {
        this.name = name;
        this.topology = topology;
        this.names = names;
        for (String firewall : topology.firewalls()) {
            firewalls.put(firewall, new Firewall(commandIn(names.firewall(firewalls.size()))));
        }
    }

    /** Begins a lab; the name is for messages alone. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The firewall between the zones, where there is but one; it lets everything pass until a fault is applied. */
    public Firewall firewall() {
        if (firewalls.size() > 1) {
            throw new IllegalStateException(
                    this + " has the firewalls " + firewalls.keySet() + "; name the one you mean");
        }
        return firewalls.values().iterator().next();
    }

    /** The firewall of that name. */
    public Firewall firewall(String wanted) {
        if (!firewalls.containsKey(wanted)) {
            throw new IllegalArgumentException(
                    this + " has no firewall '" + wanted + "'; it has " + firewalls.keySet());
        }
        return firewalls.get(wanted);
    }

    /** The firewall on a host itself, which lets everything pass until a fault is applied. */
    public Firewall hostFirewall(String host) {
        return hostFirewalls.computeIfAbsent(host, name -> {
            Firewall firewall = new Firewall(command(name));
            firewall.open();
            return firewall;
        });
    }

    /** The names of the hosts, in the order they were declared. */
    public List<String> hosts() {
        return topology.hosts().stream().map(Topology.Host::name).toList();
    }

    /** The words to put before a command so that it runs on this host: {@code ip netns exec NAMESPACE}. */
    public List<String> command(String host) {
        if (!hosts().contains(host)) {
            throw new IllegalArgumentException(this + " has no host '" + host + "'; it has " + hosts());
        }
        return commandIn(names.of(host));
    }

    /** The words to put before a command so that it runs where the firewall is, to see what passes there. */
    public List<String> commandAtFirewall() {
        return commandIn(names.firewall());
    }

    /** The firewall's interface into a zone; all that the zone's hosts send and receive passes it. */
    public String interfaceInto(String zone) {
        return topology.zones().stream()
                .filter(known -> known.name().equals(zone))
                .map(topology::bridge)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " has no zone '" + zone + "'; it has "
                        + topology.zones().stream().map(Topology.Zone::name).toList()));
    }

    /** The words for any host, with {@code {host}} in place of its name, as {@code sallyport run --spawn} takes it. */
    public String spawnTemplate() {
        return String.join(" ", commandIn(names.of("{host}")));
    }

    /**
     * Runs a command on a host to its end, with nothing on its standard input, for at most ten seconds.
     *
     * @throws IllegalStateException if it has not ended by then
     */
    public CommandResult exec(String host, String... command) {
        return exec(PATIENCE, host, command);
    }

    /** Runs a command on a host to its end, for at most the given time. */
    public CommandResult exec(Duration timeout, String host, String... command) {
        return new Command(on(host, command), "", timeout).run();
    }

    /** Starts a command on a host, its three streams as pipes; it and all it starts are killed when the lab is closed. */
    public Process start(String host, String... command) {
        return started(on(host, command), "on host '" + host + "'");
    }

    /** Starts a command where the one firewall is, as {@link #start} does on a host. */
    public Process startAtFirewall(String... command) {
        List<String> words =
                Stream.concat(commandAtFirewall().stream(), Stream.of(command)).toList();
        return started(words, "at the firewall");
    }

    private Process started(List<String> words, String where) {
        try {
            Process process = new ProcessBuilder(words).start();
            started.add(process);
            return process;
        } catch (IOException failure) {
            throw new IllegalStateException("could not start '" + String.join(" ", words) + "' " + where, failure);
        }
    }

    /** Kills what runs on the hosts, whoever started it there, and removes all namespaces of the lab. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException ending) {
            // The JVM is on its way out and runs the hook itself: removing twice does no harm.
        }
        remove();
    }

    @Override
    public String toString() {
        return "lab '" + name + "' (" + names.prefix() + "*)";
    }

    private void open() {
        Runtime.getRuntime().addShutdownHook(lastResort);
        try {
            Command.system(SetupScript.of(topology, names), "sh").succeed("make the namespaces of " + this);
            firewalls.values().forEach(Firewall::open);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void remove() {
        if (closed.compareAndSet(false, true)) {
            started.forEach(Command::kill);
            started.forEach(NamespaceLab::awaitEnd);
            Namespaces.remove(names);
        }
    }

    private static void awaitEnd(Process process) {
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
    }

    private List<String> on(String host, String... command) {
        return Stream.concat(command(host).stream(), Stream.of(command)).toList();
    }

    private static List<String> commandIn(String namespace) {
        return List.of(Programs.path("ip"), "netns", "exec", namespace);
    }

    /** Zones first, then the hosts in them. */
    public static final class Builder {
        private final String name;
        private final Topology.Draft draft = new Topology.Draft();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a network behind the one firewall, which has its first address. */
        public Builder zone(String zone, String cidr) {
            return zone(zone, cidr, NamespaceNames.FIREWALL);
        }

        /** Adds a network behind the firewall of that name, which joins its own networks alone. */
        public Builder zone(String zone, String cidr, String firewall) {
            draft.zone(zone, cidr, firewall);
            return this;
        }

        /** Adds a host, or to a host already named an interface in another zone; the first address is the preferred one. */
        public Builder host(String host, String zone, String address, String... moreAddresses) {
            List<String> addresses = new ArrayList<>(List.of(address));
            addresses.addAll(List.of(moreAddresses));
            draft.host(host, zone, addresses);
            return this;
        }

        /** Sweeps away what dead processes left, then makes the lab, with a firewall that lets everything pass. */
        public NamespaceLab start() {
            Namespaces.sweep();
            NamespaceLab lab = new NamespaceLab(name, draft.topology(), Namespaces.claim());
            lab.open();
            return lab;
        }
    }
}
