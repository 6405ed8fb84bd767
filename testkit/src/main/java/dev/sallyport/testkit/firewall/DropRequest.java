package dev.sallyport.testkit.firewall;

/**
 * Drops every packet of the initiator, without a word: the far end sees nothing, the near end waits in vain (over TCP in
 * SYN_SENT).
 */
public record DropRequest(FilteredFlow flow) implements Fault {
    @Override
    public String match() {
        return flow.requests();
    }
}
