package dev.sallyport.testkit.firewall;

import java.net.Inet4Address;

/**
 * Sends the initiator's connections to the same port of another address, and lets them pass there: a static NAT that names
 * the wrong host. Two of them that name each other's address are a crossed NAT. The counter counts connections.
 *
 * @param elsewhere where they arrive
 */
public record Redirect(FilteredFlow flow, Inet4Address elsewhere) implements Fault {
    @Override
    public String hook() {
        return "type nat hook prerouting priority -100";
    }

    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public String action() {
        return Widen.PASS + " dnat ip to " + elsewhere.getHostAddress();
    }
}
