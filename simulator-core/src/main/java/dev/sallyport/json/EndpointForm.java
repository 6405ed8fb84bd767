package dev.sallyport.json;

import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Hop;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint with its sets in order, so that the same endpoint is always the same text.
 *
 * @param passesTo left out where the host answers itself
 */
record EndpointForm(
        InetAddress address,
        int port,
        Transport transport,
        List<Security> security,
        List<String> protocols,
        Optional<List<Hop>> passesTo) {

    static EndpointForm of(Endpoint endpoint) {
        return new EndpointForm(
                endpoint.address(),
                endpoint.port(),
                endpoint.transport(),
                endpoint.security().stream().sorted().toList(),
                endpoint.protocols().stream().sorted().toList(),
                Optional.of(endpoint.passesTo()).filter(hops -> !hops.isEmpty()));
    }

    Endpoint endpoint() {
        return new Endpoint(
                address, port, transport, Set.copyOf(security), Set.copyOf(protocols), passesTo.orElse(List.of()));
    }
}
