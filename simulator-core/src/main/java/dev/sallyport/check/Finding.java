package dev.sallyport.check;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.PortRange;
import java.util.List;

/**
 * What both observations mean for a check.
 *
 * @param stage how far the telling attempt came
 * @param how what ended it
 * @param reason the finding in a sentence
 * @param notExcluded what the proof leaves open: {@code the host firewall of fe1}
 * @param ports what was found port by port, where the check spans several; empty otherwise
 */
public record Finding(
        Status status,
        Verdict verdict,
        Stage stage,
        How how,
        String reason,
        List<String> notExcluded,
        List<PortFinding> ports) {

    /**
     * What was found of neighbouring ports of a range check.
     *
     * @param ports tried ports from the first to the last that share the verdict; in a sample those between were not tried
     */
    public record PortFinding(PortRange ports, int tried, Verdict verdict) {}

    /** Keeps its own copies. */
    public Finding {
        notExcluded = List.copyOf(notExcluded);
        ports = List.copyOf(ports);
    }
}
