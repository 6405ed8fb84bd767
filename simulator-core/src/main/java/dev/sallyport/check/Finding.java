package dev.sallyport.check;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.PortRange;
import java.util.List;
import java.util.Optional;

/**
 * What both observations mean for a check.
 *
 * @param stage how far the telling attempt came
 * @param how what ended it
 * @param reason the finding in a sentence
 * @param notExcluded what the proof leaves open: {@code the host firewall of fe1}
 * @param ports what was found port by port, where the check spans several; empty otherwise
 * @param lostAbove the size of packets above which it was lost, where that is the cause
 */
public record Finding(
        Status status,
        Verdict verdict,
        Stage stage,
        How how,
        String reason,
        List<String> notExcluded,
        List<PortFinding> ports,
        Optional<LostAbove> lostAbove) {

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

    /** A finding that packets' sizes have no part in. */
    public Finding(
            Status status,
            Verdict verdict,
            Stage stage,
            How how,
            String reason,
            List<String> notExcluded,
            List<PortFinding> ports) {
        this(status, verdict, stage, how, reason, notExcluded, ports, Optional.empty());
    }
}
