package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers DHCPINFORM with what was asked for and is known (RFC 2131 §4.3.5). */
final class DhcpAnswerer implements Answerer<DhcpMessage> {

    private final String fqdn;
    private final Octets address;

    DhcpAnswerer(Setting setting) {
        this.fqdn = setting.self().fqdn();
        this.address = Dhcp.address(setting.local());
    }

    @Override
    public List<Step<DhcpMessage>> on(DhcpMessage message) {
        boolean informs = message.operation() == DhcpMessage.REQUEST && message.isOfType(DhcpMessage.INFORM);
        if (!informs || message.addresses().client().equals(DhcpMessage.NO_ADDRESS)) {
            return List.of();
        }
        return List.of(Step.send("DHCPACK", () -> ack(message)));
    }

    private DhcpMessage ack(DhcpMessage inform) {
        DhcpMessage.Addresses asked = inform.addresses();
        return DhcpMessage.of(
                DhcpMessage.REPLY,
                inform.hardware(),
                inform.transaction(),
                new DhcpMessage.Addresses(
                        asked.client(), DhcpMessage.NO_ADDRESS, DhcpMessage.NO_ADDRESS, asked.relay()),
                options(inform));
    }

    /** Returns the options; the client's identifier comes back (RFC 6842 §3). */
    private List<DhcpOption> options(DhcpMessage inform) {
        List<DhcpOption> options = new ArrayList<>();
        options.add(DhcpOption.of(DhcpOption.MESSAGE_TYPE, DhcpMessage.ACK));
        options.add(new DhcpOption(DhcpOption.SERVER, address));
        inform.option(DhcpOption.CLIENT).ifPresent(id -> options.add(new DhcpOption(DhcpOption.CLIENT, id)));
        if (isRequested(DhcpOption.SIP_SERVERS, inform)) {
            options.add(new DhcpOption(DhcpOption.SIP_SERVERS, new SipServers(List.of(fqdn)).octets()));
        }
        Optional<Octets> vendorClass = inform.option(DhcpOption.VENDOR_CLASS);
        if (isRequested(DhcpOption.VENDOR, inform)
                && vendorClass.equals(Optional.of(Octets.utf8(CertificateLocation.VENDOR_CLASS)))) {
            options.add(new DhcpOption(
                    DhcpOption.VENDOR, CertificateLocation.at(fqdn).octets()));
        }
        return options;
    }

    private static boolean isRequested(int code, DhcpMessage inform) {
        return inform.option(DhcpOption.REQUESTED)
                .map(codes -> codes.hex().matches("(..)*" + String.format("%02x", code) + "(..)*"))
                .orElse(false);
    }
}
