package dev.sallyport.scenarios;

import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.roles.RoleAt;
import dev.sallyport.roles.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the roles of a lab stand.
 *
 * <p>A role with several interfaces, as {@code edge}, stands at the host's interface of that name. A host with a single
 * unnamed interface serves all of the role there: a lab may give an Edge one address. Where two protocols then share a
 * port it is for the endpoint to tell them apart.
 */
final class Places {
    private final Lab lab;
    private final Map<String, List<Host>> byRole = new HashMap<>();
    private final Map<String, Set<String>> poolRoles = new HashMap<>();

    Places(Lab lab) {
        this.lab = lab;
        for (Host host : lab.hosts()) {
            host.roles().forEach(role -> byRole.computeIfAbsent(role, r -> new ArrayList<>())
                    .add(host));
            host.pool().ifPresent(pool -> poolRoles
                    .computeIfAbsent(pool, p -> new TreeSet<>())
                    .addAll(host.roles()));
        }
    }

    /** Returns every place where one of the roles stands, in the order of the roles and of the lab's hosts. */
    List<Place> of(List<RoleAt> roles) {
        List<Place> places = new ArrayList<>();
        for (RoleAt at : roles) {
            for (Host host : hosts(at)) {
                List<Interface> interfaces = interfaces(host, at.network());
                if (!interfaces.isEmpty()) {
                    places.add(new Place(host, at.isAny() ? host.roles().get(0) : at.role(), interfaces));
                }
            }
        }
        return places;
    }

    /** Returns the hosts that play the role, whatever interfaces they have. */
    List<Host> hosts(RoleAt at) {
        return at.isAny() ? lab.hosts() : byRole.getOrDefault(at.role(), List.of());
    }

    /** Tells whether the condition holds where the place is. */
    boolean meet(When when, Place place) {
        Set<String> own = new TreeSet<>(place.host().roles());
        return when.holds(own, place.host().pool().map(poolRoles::get).orElse(own));
    }

    private static List<Interface> interfaces(Host host, String network) {
        if (network.isEmpty()) {
            return host.interfaces();
        }
        return host.interfaceNamed(network)
                .or(() -> host.interfaceNamed(""))
                .map(List::of)
                .orElse(List.of());
    }
}
