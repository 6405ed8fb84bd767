package dev.sallyport.exchange;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What one end knows when a conversation begins.
 *
 * @param nonce 24 lower-case hexadecimal digits (12 bytes), fresh for each attempt; empty at a service, which reads it
 *     from what arrives
 * @param self this end
 * @param peer the other end as far as known; a service knows no more than the lab says of the address
 * @param local this end's socket address
 * @param remote the peer's socket address as this end sees it
 * @param beside the port of the peer next to the one dialled, where reports of media go; empty where they go with it
 * @param limit the largest IP packet, in bytes, that is to be sent; empty where none is named. TCP sees to it by itself,
 *     over UDP ladders do whose messages can be smaller ({@link Exchange#shrinks})
 * @param measured whether media goes on long enough for its loss and jitter to be measured, and bears loss meanwhile
 */
public record Setting(
        String nonce,
        Identified self,
        Identified peer,
        InetSocketAddress local,
        InetSocketAddress remote,
        Transport transport,
        Security security,
        Optional<Beside> beside,
        Optional<Integer> limit,
        boolean measured) {

    /** A setting whose media is not measured. */
    public Setting(
            String nonce,
            Identified self,
            Identified peer,
            InetSocketAddress local,
            InetSocketAddress remote,
            Transport transport,
            Security security,
            Optional<Beside> beside,
            Optional<Integer> limit) {
        this(nonce, self, peer, local, remote, transport, security, beside, limit, false);
    }

    /** A setting with one port, that keeps to no size of packets. */
    public Setting(
            String nonce,
            Identified self,
            Identified peer,
            InetSocketAddress local,
            InetSocketAddress remote,
            Transport transport,
            Security security) {
        this(nonce, self, peer, local, remote, transport, security, Optional.empty(), Optional.empty());
    }

    /**
     * A second port of the peer.
     *
     * @param from this end's ports towards it, where the rule fixes them; any where empty
     */
    public record Beside(int port, Optional<PortRange> from) {}

    /**
     * How an end is called.
     *
     * @param fqdn its host name, {@code edge1.contoso.lab}; an unknown peer's is its address
     * @param domain the SIP and XMPP domain it speaks for; an unknown peer's is empty
     * @param role its role in the flow, {@code mediation}; empty where unknown
     */
    public record Identified(String fqdn, String domain, String role) {}
}
