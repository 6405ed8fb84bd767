package dev.sallyport.run;

import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Check;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Hop;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which endpoints a plan needs, host by host; checks that meet at one port share its endpoint. */
public final class Endpoints {

    private record Place(InetAddress address, int port, Transport transport) {}

    private static final class Needs {
        private final Set<Security> security = new LinkedHashSet<>();
        private final Set<String> protocols = new LinkedHashSet<>();
        private final Set<Hop> passesTo = new LinkedHashSet<>();
    }

    private final Map<String, Map<Place, Needs>> hosts = new LinkedHashMap<>();

    private Endpoints() {}

    /** Returns each host's endpoints for the checks that can be walked. */
    public static Map<String, List<Endpoint>> of(List<Check> checks) {
        Endpoints endpoints = new Endpoints();
        checks.stream().filter(Check::spoken).forEach(endpoints::add);
        return endpoints.byHost();
    }

    private void add(Check check) {
        for (int port : check.ports()) {
            Needs dialled = need(check, check.flow().to(), port);
            for (Member member : check.behind()) {
                need(check, member.party(), port);
                InetSocketAddress to = new InetSocketAddress(member.party().dialled(), port);
                dialled.passesTo.add(new Hop(member.from(), to));
            }
            check.further()
                    .from(port)
                    .forEach(further -> need(check, check.flow().to(), further));
            if (check.callsBack()) {
                need(check, check.flow().from(), port);
            }
        }
    }

    private Needs need(Check check, Party party, int port) {
        Needs needs = hosts.computeIfAbsent(party.host(), h -> new LinkedHashMap<>())
                .computeIfAbsent(new Place(party.address(), port, check.flow().transport()), p -> new Needs());
        needs.security.add(check.flow().security());
        needs.protocols.add(check.flow().protocol());
        return needs;
    }

    private Map<String, List<Endpoint>> byHost() {
        Map<String, List<Endpoint>> byHost = new LinkedHashMap<>();
        hosts.forEach((host, places) -> {
            List<Endpoint> endpoints = new ArrayList<>();
            places.forEach((place, needs) -> endpoints.add(endpoint(place, needs)));
            byHost.put(host, endpoints);
        });
        return byHost;
    }

    /** Who passes on takes no part in TLS: that is between the ends. */
    private static Endpoint endpoint(Place place, Needs needs) {
        Set<Security> security = needs.passesTo.isEmpty() ? needs.security : Set.of(Security.NONE);
        return new Endpoint(
                place.address, place.port, place.transport, security, needs.protocols, List.copyOf(needs.passesTo));
    }
}
