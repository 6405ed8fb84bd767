package dev.sallyport.testkit.firewall;

import dev.sallyport.flow.Transport;
import java.net.Inet4Address;
import java.util.Optional;

/**
 * What a rule of the firewall matches: packets from one address to another, at one port or a range of them, from any
 * source port unless {@link #fromPorts} says otherwise.
 *
 * @param source the initiator's address
 * @param destination the listening end's address
 * @param ports the listening end's ports
 * @param sourcePorts the initiator's ports, empty for any
 */
public record FilteredFlow(
        Inet4Address source, Inet4Address destination, Transport transport, Ports ports, Optional<Ports> sourcePorts) {

    /** From first to last, both included; 1 to 65535. */
    public record Ports(int first, int last) {
        /** Refuses what is no port, and a range that runs backwards. */
        public Ports {
            if (first < 1 || last > 65535 || first > last) {
                throw new IllegalArgumentException(
                        first + "-" + last + " is not a range of ports; write the lower one first, within 1-65535");
            }
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    /** A flow over TCP to one port. */
    public static FilteredFlow tcp(String source, String destination, int port) {
        return of(source, destination, Transport.TCP, port, port);
    }

    /** A flow over UDP to one port. */
    public static FilteredFlow udp(String source, String destination, int port) {
        return of(source, destination, Transport.UDP, port, port);
    }

    /** A flow to a range of ports, the last included. */
    public static FilteredFlow of(String source, String destination, Transport transport, int first, int last) {
        return new FilteredFlow(
                Ipv4.parse(source), Ipv4.parse(destination), transport, new Ports(first, last), Optional.empty());
    }

    /** The same flow, from these source ports only. */
    public FilteredFlow fromPorts(int first, int last) {
        return new FilteredFlow(source, destination, transport, ports, Optional.of(new Ports(first, last)));
    }

    /** The match for packets of the initiator. */
    String requests() {
        return "ct direction original " + addresses(source, destination) + port("dport", ports) + sourcePort("sport");
    }

    /** The match for packets of the listening end. */
    String replies() {
        return "ct direction reply " + addresses(destination, source) + port("sport", ports) + sourcePort("dport");
    }

    private String addresses(Inet4Address from, Inet4Address to) {
        return "ip saddr " + from.getHostAddress() + " ip daddr " + to.getHostAddress();
    }

    private String sourcePort(String end) {
        return sourcePorts.map(range -> port(end, range)).orElse("");
    }

    private String port(String end, Ports range) {
        return " " + transport.text() + " " + end + " " + range;
    }
}
