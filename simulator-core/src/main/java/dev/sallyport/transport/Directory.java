package dev.sallyport.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is who in the lab: the only names and addresses an agent has to do with.
 *
 * @param names host names and domains, each with the addresses that others dial; in lower case
 * @param addresses every address a lab host sends from or is dialled at
 * @param speakers for each address the name and domain of the host behind it
 * @param publics for each address behind a static NAT the public one that the outside dials instead
 */
public record Directory(
        Map<String, List<InetAddress>> names,
        Set<InetAddress> addresses,
        Map<InetAddress, Speaker> speakers,
        Map<InetAddress, InetAddress> publics) {

    /** The host behind an address. */
    public record Speaker(String fqdn, String domain) {}

    /** Keeps its own copies. */
    public Directory {
        names = Map.copyOf(names);
        addresses = Set.copyOf(addresses);
        speakers = Map.copyOf(speakers);
        publics = Map.copyOf(publics);
    }

    /** Describes a lab without static NAT. */
    public Directory(
            Map<String, List<InetAddress>> names, Set<InetAddress> addresses, Map<InetAddress, Speaker> speakers) {
        this(names, addresses, speakers, Map.of());
    }

    /** Returns the address by which an own one is known outside. */
    InetAddress published(InetAddress own) {
        return publics.getOrDefault(own, own);
    }

    /** Tells whether a host of the lab sends from that address. */
    boolean knows(InetAddress address) {
        return addresses.contains(address);
    }

    /** Returns an address of that name, rather the one of the peer who asks; empty where the lab has no such name. */
    Optional<InetAddress> resolve(String name, InetAddress rather) {
        List<InetAddress> known = names.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
        return known.contains(rather) ? Optional.of(rather) : known.stream().findFirst();
    }

    /** Tells whether one of the names is a host of the lab. */
    boolean knowsAny(Set<String> certified) {
        return certified.stream().anyMatch(name -> names.containsKey(name.toLowerCase(java.util.Locale.ROOT)));
    }
}
