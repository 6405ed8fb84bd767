package dev.sallyport.testkit.firewall;

import java.util.List;
import java.util.Map;

/**
 * Shuns whoever knocks where the flow goes: for some seconds everything from its address is dropped, as a scan guard does.
 * The counter counts what the shunned sends.
 *
 * @param flow what nobody may try
 */
public record ShunScanner(FilteredFlow flow) implements Fault {
    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public Map<String, String> objects() {
        return Map.of("set", "type ipv4_addr; flags dynamic,timeout; timeout 4s;");
    }

    @Override
    public List<String> rules(String name) {
        return List.of(
                match() + " update @" + name + " { ip saddr }",
                "ct direction original ip saddr @" + name + " counter name " + name + " drop");
    }
}
