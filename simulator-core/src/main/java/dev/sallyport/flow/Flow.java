package dev.sallyport.flow;

import java.util.Optional;

/**
 * One protocol from one host to another, at one port or a range of ports.
 *
 * @param sourcePorts the initiator's ports where the rule fixes them, as row PIC-04 does
 * @param protocol the protocol's name, {@code sip}
 */
public record Flow(
        Party from,
        Party to,
        Transport transport,
        PortRange ports,
        Optional<PortRange> sourcePorts,
        String protocol,
        Security security) {

    /** Returns the flow towards the same address under another name. */
    public Flow towards(String fqdn) {
        return new Flow(from, to.named(fqdn), transport, ports, sourcePorts, protocol, security);
    }

    /** Returns the same between other ends, the far one by its present name. */
    public Flow between(Party near, Party far) {
        return new Flow(near, far.named(to.fqdn()), transport, ports, sourcePorts, protocol, security);
    }

    /** Returns the flow with another protocol on it. */
    public Flow speaking(String other, Security how) {
        return new Flow(from, to, transport, ports, sourcePorts, other, how);
    }

    /** Returns the flow between the same ends at other ports, from any source port. */
    public Flow at(PortRange others) {
        return new Flow(from, to, transport, others, Optional.empty(), protocol, security);
    }

    /** Returns the flow as a check's id begins: {@code partner1 > edge1/access 5061/tcp}. */
    public String label() {
        return from.label() + " > " + to.label() + " " + ports + "/" + transport.text();
    }
}
