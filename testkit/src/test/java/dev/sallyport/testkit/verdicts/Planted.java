package dev.sallyport.testkit.verdicts;

import dev.sallyport.testkit.firewall.Fault;
import java.util.Optional;

/**
 * A wrong rule, and where it is.
 *
 * @param host whose own firewall has it; empty for the one between the zones
 */
record Planted(Optional<String> host, Fault fault) {

    static Planted between(Fault fault) {
        return new Planted(Optional.empty(), fault);
    }

    static Planted on(String host, Fault fault) {
        return new Planted(Optional.of(host), fault);
    }
}
