package dev.sallyport.testkit.firewall;

/**
 * Drops the listening end's SYN-ACK alone: the near end waits in SYN_SENT, the far end holds SYN_RECV and accepts
 * nothing. Everything else of the listening end passes, so a link that was open before stays usable.
 */
public record DropSynAck(FilteredFlow flow) implements Fault {
    /** Refuses UDP, which has no SYN-ACK. */
    public DropSynAck {
        Fault.requireTcp(flow, DropSynAck.class);
    }

    @Override
    public String match() {
        return flow.replies() + " tcp flags & (syn|ack) == syn|ack";
    }
}
