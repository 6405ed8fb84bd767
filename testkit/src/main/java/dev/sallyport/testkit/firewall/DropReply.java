package dev.sallyport.testkit.firewall;

/**
 * Drops every packet of the listening end. Over UDP the far end sees the request and answers in vain. Over TCP the
 * SYN-ACK is the first packet dropped, so the far end holds SYN_RECV and accepts nothing: no different from {@link
 * DropSynAck} until the far end would send more. ICMP errors about the flow still pass.
 */
public record DropReply(FilteredFlow flow) implements Fault {
    @Override
    public String match() {
        return flow.replies();
    }
}
