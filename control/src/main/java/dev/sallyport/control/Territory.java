package dev.sallyport.control;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Hop;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an agent may bind and whom it may send to, by its own lab file, whatever it is ordered: it is never a weapon.
 *
 * @param host the host it plays
 * @param own the addresses the host binds
 * @param lab every address of the lab
 */
public record Territory(String host, Set<InetAddress> own, Set<InetAddress> lab) {

    /** Keeps its own copies. */
    public Territory {
        own = Set.copyOf(own);
        lab = Set.copyOf(lab);
    }

    /** Returns the territory of a host of the lab. */
    public static Territory of(Lab lab, Host host) {
        return new Territory(host.name(), new HashSet<>(host.addresses()), lab.addresses());
    }

    /** Returns why one of the endpoints is not the host's to bind; empty where all are. */
    Optional<String> objectionToArming(List<Endpoint> endpoints) {
        return endpoints.stream()
                .flatMap(endpoint -> objection(endpoint).stream())
                .findFirst();
    }

    private Optional<String> objection(Endpoint endpoint) {
        if (!own.contains(endpoint.address())) {
            return Optional.of("endpoint " + endpoint.label() + " is not at an address of " + host);
        }
        return endpoint.passesTo().stream()
                .flatMap(hop -> objection(endpoint, hop).stream())
                .findFirst();
    }

    private Optional<String> objection(Endpoint endpoint, Hop hop) {
        if (!own.contains(hop.from())) {
            return Optional.of("endpoint " + endpoint.label() + " would pass on from "
                    + hop.from().getHostAddress() + ", which is no address of " + host);
        }
        return lab.contains(hop.to().getAddress())
                ? Optional.empty()
                : Optional.of("endpoint " + endpoint.label() + " would pass on to "
                        + hop.to().getAddress().getHostAddress() + ", which is no address of the lab");
    }

    /** Returns why one of the checks is not the host's to fire; empty where all are. */
    Optional<String> objectionToFiring(List<Check> checks) {
        return checks.stream().flatMap(check -> objection(check).stream()).findFirst();
    }

    private Optional<String> objection(Check check) {
        String from = check.flow().from().host();
        if (!from.equals(host)) {
            return Optional.of("check " + check.id() + " begins at " + from + ", this is " + host);
        }
        InetAddress source = check.flow().from().address();
        if (!own.contains(source)) {
            return Optional.of("check " + check.id() + " begins at " + source.getHostAddress()
                    + ", which is no address of " + host);
        }
        return Stream.of(check.flow().to().dialled(), check.flow().to().address())
                .filter(address -> !lab.contains(address))
                .findFirst()
                .map(address -> "check " + check.id() + " goes to " + address.getHostAddress()
                        + ", which is no address of the lab");
    }
}
