package dev.sallyport.lab;

import dev.sallyport.yaml.YamlValue;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Who has which address, so that none stands for two. */
final class AddressBook {
    private record Owner(String name, int line) {}

    private final Map<InetAddress, Owner> owners = new HashMap<>();

    /** Enters an address; one that another entry has is a problem that names it. */
    void enter(InetAddress address, String owner, YamlValue value) {
        Owner earlier = owners.putIfAbsent(address, new Owner(owner, value.line()));
        if (earlier != null) {
            value.problem(taken(address, earlier) + "; every address stands for one");
        }
    }

    /** Holds a NAT source, which several zones may share, against the hosts' addresses. */
    void source(InetAddress address, YamlValue value) {
        Owner owner = owners.get(address);
        if (owner != null && !owner.name().startsWith("public address")) {
            value.problem(taken(address, owner) + "; give the firewall's own");
        }
    }

    private static String taken(InetAddress address, Owner owner) {
        return "%s is already the %s (line %d)".formatted(address.getHostAddress(), owner.name(), owner.line());
    }
}
