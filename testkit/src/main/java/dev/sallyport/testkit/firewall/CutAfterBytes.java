package dev.sallyport.testkit.firewall;

/**
 * Lets a connection begin, then drops the initiator's packets for good once both ends together have sent more than so
 * many bytes, IP headers counted: a firewall that recognises late. Opening TCP takes 172 bytes.
 *
 * @param bytes how many pass
 */
public record CutAfterBytes(FilteredFlow flow, int bytes) implements Fault {
    /** Refuses UDP: without an opening, what passes first depends on the exchange. */
    public CutAfterBytes {
        Fault.requireTcp(flow, CutAfterBytes.class);
    }

    @Override
    public String match() {
        return flow.requests() + " ct bytes > " + bytes;
    }
}
