package dev.sallyport.flow;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * An address, port, transport and TLS policy that a host listens on, and the protocols it answers there.
 *
 * @param security what is spoken; TLS and MTLS together ask for a certificate without demanding one
 * @param protocols names of the protocols whose services answer
 * @param passesTo where each connection is passed on to, one after another, as a load balancer does; empty where the
 *     host answers itself
 */
public record Endpoint(
        InetAddress address,
        int port,
        Transport transport,
        Set<Security> security,
        Set<String> protocols,
        List<Hop> passesTo) {

    /** Keeps its own copies. */
    public Endpoint {
        security = Set.copyOf(security);
        protocols = Set.copyOf(protocols);
        passesTo = List.copyOf(passesTo);
    }

    /** An endpoint whose host answers itself. */
    public Endpoint(InetAddress address, int port, Transport transport, Set<Security> security, Set<String> protocols) {
        this(address, port, transport, security, protocols, List.of());
    }

    /** Returns {@code 10.1.0.10:5061/tcp}, as reports name an endpoint. */
    public String label() {
        return address.getHostAddress() + ":" + port + "/" + transport.text();
    }
}
