package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The protocol {@code dhcp}: a client with an address asks for its Registrar (rows CLI-01, CLI-12). */
public final class Dhcp {

    /** The type of an identifier that is no hardware address (RFC 2132 §9.14). */
    static final Octets OPAQUE = Octets.parse("00");

    /** Subnet mask, router, DNS servers, domain name, and the two that Lync asks for. */
    private static final Octets WANTED = Octets.parse("0103060f2b78");

    private static final int ETHERNET = 1;
    private static final int ETHERNET_LENGTH = 6;

    private Dhcp() {}

    /** Returns the protocol. */
    public static Protocol<DhcpMessage> protocol() {
        Exchange<DhcpMessage> inform = Exchange.of("dhcp/inform", Set.of(Transport.UDP), Dhcp::inform);
        return new Protocol<>("dhcp", List.of(inform), new DhcpService());
    }

    /** Returns an IPv4 address as DHCP has it; zero for any other. */
    static Octets address(InetSocketAddress socket) {
        InetAddress address = socket.getAddress();
        return address instanceof Inet4Address ? Octets.of(address.getAddress()) : DhcpMessage.NO_ADDRESS;
    }

    private static List<Step<DhcpMessage>> inform(Setting setting) {
        DhcpMessage inform = request(setting);
        return List.of(
                Step.send("DHCPINFORM", () -> inform), Step.expect("DHCPACK", message -> isAnswer(message, inform)));
    }

    private static DhcpMessage request(Setting setting) {
        byte[] nonce = Octets.parse(setting.nonce()).toArray();
        // A locally administered address (IEEE 802 §8.2.2): bit 1 of the first byte.
        Octets hardware =
                Octets.of(ByteBuffer.allocate(16).put((byte) 2).put(nonce, 0, 5).array());
        Octets none = DhcpMessage.NO_ADDRESS;
        return DhcpMessage.of(
                DhcpMessage.REQUEST,
                new DhcpMessage.Hardware(ETHERNET, ETHERNET_LENGTH, hardware),
                ByteBuffer.wrap(nonce).getInt(),
                new DhcpMessage.Addresses(address(setting.local()), none, none, none),
                List.of(
                        DhcpOption.of(DhcpOption.MESSAGE_TYPE, DhcpMessage.INFORM),
                        new DhcpOption(
                                DhcpOption.CLIENT,
                                Octets.parse(OPAQUE.hex()
                                        + MarkedNonce.of(setting.nonce()).hex())),
                        new DhcpOption(DhcpOption.VENDOR_CLASS, Octets.utf8(CertificateLocation.VENDOR_CLASS)),
                        new DhcpOption(DhcpOption.REQUESTED, WANTED)));
    }

    private static Match isAnswer(DhcpMessage message, DhcpMessage inform) {
        if (message.operation() != DhcpMessage.REPLY || message.transaction() != inform.transaction()) {
            return Match.awaiting(); // RFC 2131 §4.4.1: another transaction's is discarded.
        }
        if (!message.isOfType(DhcpMessage.ACK)) {
            return Match.unexpected("a reply that is no DHCPACK");
        }
        if (!message.hardware().equals(inform.hardware())
                || !message.addresses().client().equals(inform.addresses().client())) {
            return Match.unexpected("a DHCPACK for another client");
        }
        return isLync(message);
    }

    private static Match isLync(DhcpMessage ack) {
        Optional<Octets> servers = ack.option(DhcpOption.SIP_SERVERS);
        Optional<Octets> vendor = ack.option(DhcpOption.VENDOR);
        if (servers.isEmpty() || vendor.isEmpty()) {
            return Match.unexpected("a DHCPACK without options 120 and 43");
        }
        try {
            boolean named = !SipServers.read(servers.get()).names().isEmpty();
            boolean lync =
                    CertificateLocation.read(vendor.get()).vendorClass().equals(CertificateLocation.VENDOR_CLASS);
            return named && lync ? Match.expected() : Match.unexpected("a DHCPACK for no client of Lync");
        } catch (MalformedMessageException e) {
            return Match.unexpected("a DHCPACK that cannot be read, " + e.getMessage() + ",");
        }
    }
}
