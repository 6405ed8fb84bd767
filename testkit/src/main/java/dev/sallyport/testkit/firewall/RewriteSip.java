package dev.sallyport.testkit.firewall;

import java.util.List;
import java.util.Map;

/**
 * Puts the kernel's SIP helper on a flow: where its addresses are translated as well, it writes the translated ones into
 * Via, Contact and SDP. The counter counts packets that begin a connection.
 */
public record RewriteSip(FilteredFlow flow) implements Fault {
    @Override
    public String hook() {
        return "type filter hook prerouting priority -10";
    }

    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public Map<String, String> objects() {
        String protocol = flow.transport().text();
        return Map.of("ct helper", "type \"sip\" protocol " + protocol + "; l3proto ip;");
    }

    @Override
    public List<String> rules(String name) {
        return List.of(match() + " ct state new counter name " + name + " ct helper set \"" + name + "\"");
    }
}
