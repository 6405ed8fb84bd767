package dev.sallyport.testkit.firewall;

import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Map;

/** One thing a firewall does wrong to one flow; as a value, rendered as a chain of its own. */
public sealed interface Fault
        permits DropRequest,
                DropReply,
                DropAboveSize,
                DropSynAck,
                DropTlsHello,
                RejectWithReset,
                RejectWithIcmp,
                ResetTlsHello,
                DropPayload,
                CutAfterBytes,
                LosePackets,
                LimitRate,
                LimitVolume,
                Masquerade,
                ShiftPort,
                Redirect,
                Widen,
                DropAtHost,
                ShunScanner,
                RewriteSip {

    /** What it happens to. */
    FilteredFlow flow();

    /** Where its chain hooks in, in the words of nftables: before the one that lets everything pass. */
    default String hook() {
        return "type filter hook forward priority -10";
    }

    /** Which packets the rule takes, in the words of nftables. */
    String match();

    /** What becomes of them, in the words of nftables. */
    default String action() {
        return "drop";
    }

    /** What its rules name by the fault's own name, declared before them: the kind, {@code set}, and what is in its braces. */
    default Map<String, String> objects() {
        return Map.of();
    }

    /** Its rules, in their order; one unless it remembers something. */
    default List<String> rules(String name) {
        return List.of(match() + " counter name " + name + " " + action());
    }

    /** Refuses a flow over UDP for a fault that is TCP's alone. */
    static void requireTcp(FilteredFlow flow, Class<? extends Fault> fault) {
        if (flow.transport() != Transport.TCP) {
            throw new IllegalArgumentException(fault.getSimpleName() + " is about TCP, but the flow to "
                    + flow.destination().getHostAddress() + ":" + flow.ports() + " is over "
                    + flow.transport().text());
        }
    }
}
