package dev.sallyport.testkit.firewall;

/**
 * Gives the initiator's packets the firewall's own address in the listening end's zone, and the answers their way back
 * (RFC 3022 §2.2). A fault only where nobody declared it: the flow works, but from another address. The counter counts
 * connections: only the first packet of each asks the rule.
 */
public record Masquerade(FilteredFlow flow) implements Fault {
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
        return "masquerade";
    }
}
