package dev.sallyport.lab;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A machine of the lab.
 *
 * @param name a DNS label, {@code fe1}
 * @param pool the pool it belongs to
 * @param roles role names of the catalogue, at least one
 * @param traits what its roles make of it
 * @param interfaces at least one; several are named
 * @param fqdn its full name, in lower case: {@code fe1.contoso.lab}
 */
public record Host(
        String name,
        Optional<String> pool,
        List<String> roles,
        Set<Trait> traits,
        List<Interface> interfaces,
        String fqdn) {
    /** Keeps its own copies of the lists. */
    public Host {
        roles = List.copyOf(roles);
        traits = Set.copyOf(traits);
        interfaces = List.copyOf(interfaces);
    }

    /** Returns whether it plays the role. */
    public boolean plays(String role) {
        return roles.contains(role);
    }

    /** Returns whether one of its roles makes this of it. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns the interface of that name; "" for the single unnamed one. */
    public Optional<Interface> interfaceNamed(String wanted) {
        return interfaces.stream()
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst();
    }

    /** Returns the interface that has the address, or is publicly seen as it. */
    public Optional<Interface> interfaceAt(InetAddress address) {
        return interfaces.stream()
                .filter(candidate -> candidate.addresses().contains(address)
                        || candidate.publicAddress().filter(address::equals).isPresent())
                .findFirst();
    }

    /** Returns all addresses the host itself binds. */
    public List<InetAddress> addresses() {
        return interfaces.stream().flatMap(one -> one.addresses().stream()).toList();
    }

    /** Returns whether one of its interfaces stands in the zone. */
    public boolean standsIn(Zone zone) {
        return interfaces.stream().anyMatch(one -> one.zone().equals(zone));
    }

    /** Returns the names it answers to: its own and those of its interfaces. */
    public List<String> fqdns() {
        return Stream.concat(Stream.of(fqdn), interfaces.stream().map(Interface::fqdn))
                .distinct()
                .toList();
    }
}
