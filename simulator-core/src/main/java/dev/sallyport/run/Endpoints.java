package dev.sallyport.run;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
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
            need(check, check.flow().to().host(), check.flow().to().address(), port);
            if (check.callsBack()) {
                need(check, check.flow().from().host(), check.flow().from().address(), port);
            }
        }
    }

    private void need(Check check, String host, InetAddress address, int port) {
        Needs needs = hosts.computeIfAbsent(host, h -> new LinkedHashMap<>())
                .computeIfAbsent(new Place(address, port, check.flow().transport()), p -> new Needs());
        needs.security.add(check.flow().security());
        needs.protocols.add(check.flow().protocol());
    }

    private Map<String, List<Endpoint>> byHost() {
        Map<String, List<Endpoint>> byHost = new LinkedHashMap<>();
        hosts.forEach((host, places) -> {
            List<Endpoint> endpoints = new ArrayList<>();
            places.forEach((place, needs) -> endpoints.add(
                    new Endpoint(place.address, place.port, place.transport, needs.security, needs.protocols)));
            byHost.put(host, endpoints);
        });
        return byHost;
    }
}
