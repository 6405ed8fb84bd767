package dev.sallyport.testkit.firewall;

/** Answers the initiator's packets with a TCP reset in the far end's name: refused at once, and the far end sees nothing. */
public record RejectWithReset(FilteredFlow flow) implements Fault {
    /** Refuses UDP, which has no reset. */
    public RejectWithReset {
        Fault.requireTcp(flow, RejectWithReset.class);
    }

    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public String action() {
        return "reject with tcp reset";
    }
}
