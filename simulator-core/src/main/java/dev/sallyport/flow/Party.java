package dev.sallyport.flow;

import java.net.InetAddress;

/**
 * One end of a flow: a host in a role, at one of its addresses.
 *
 * @param host the host's name in the lab, {@code edge1}
 * @param role the role it plays in this flow, {@code edge}
 * @param network the interface, {@code access}; empty where the host has but one
 * @param zone the zone of the address
 * @param address the address the host binds
 * @param dialled the address others dial; differs from {@code address} behind a static NAT
 * @param fqdn the name it is called by, which the certificate shown there carries, {@code edge1.contoso.lab}
 * @param domain the SIP and XMPP domain it speaks for, {@code contoso.lab}
 */
public record Party(
        String host,
        String role,
        String network,
        String zone,
        InetAddress address,
        InetAddress dialled,
        String fqdn,
        String domain) {

    /** Returns the end under another name. */
    public Party named(String other) {
        return new Party(host, role, network, zone, address, dialled, other, domain);
    }

    /** Tells whether a word means the end: its host, {@code edge1}, or its label, {@code edge1/access}. */
    public boolean isCalled(String word) {
        return word.equals(host) || word.equals(label());
    }

    /** Returns how reports name the end: {@code fe1}, {@code edge1/access}. */
    public String label() {
        return network.isEmpty() ? host : host + "/" + network;
    }
}
