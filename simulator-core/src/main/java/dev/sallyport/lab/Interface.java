package dev.sallyport.lab;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A network interface of a host.
 *
 * @param name {@code access}; "" where the host has a single unnamed one
 * @param addresses the addresses the host itself binds, at least one
 * @param publicAddress static NAT: what other zones dial and see instead of the one address of its family
 * @param fqdn its own name, in lower case; that of the host unless the file gives one
 */
public record Interface(
        String name, Zone zone, List<InetAddress> addresses, Optional<InetAddress> publicAddress, String fqdn) {
    /** Keeps its own copy of the list. */
    public Interface {
        addresses = List.copyOf(addresses);
    }

    /**
     * Returns what a host of the other zone dials to reach one of these addresses, and sees as the source of what comes
     * from it.
     */
    public InetAddress seenFrom(Zone other, InetAddress address) {
        return publicAddress
                .filter(seen -> !zone.equals(other) && seen.getClass() == address.getClass())
                .orElse(address);
    }
}
