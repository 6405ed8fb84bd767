package dev.sallyport.testkit.firewall;

/**
 * Keeps the initiator's address and gives it another source port, from a range that no host of the lab uses by itself
 * (RFC 4787 §4.2.1: no port preservation). The counter counts connections.
 */
public record ShiftPort(FilteredFlow flow) implements Fault {
    @Override
    public String hook() {
        return "type nat hook postrouting priority 100";
    }

    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public String action() {
        return "snat ip to " + flow.source().getHostAddress() + ":33000-33999";
    }
}
