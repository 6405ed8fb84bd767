package dev.sallyport.flow;

import java.net.InetAddress;
import java.util.Set;

/**
 * An address, port, transport and TLS policy that a host listens on, and the protocols it answers there.
 *
 * @param security what is spoken; TLS and MTLS together ask for a certificate without demanding one
 * @param protocols names of the protocols whose services answer
 */
public record Endpoint(
        InetAddress address, int port, Transport transport, Set<Security> security, Set<String> protocols) {

    /** Keeps its own copies. */
    public Endpoint {
        security = Set.copyOf(security);
        protocols = Set.copyOf(protocols);
    }

    /** Returns {@code 10.1.0.10:5061/tcp}, as reports name an endpoint. */
    public String label() {
        return address.getHostAddress() + ":" + port + "/" + transport.text();
    }
}
