package dev.sallyport.testkit.firewall;

/**
 * Lets TCP open, then answers the initiator's TLS handshake with a reset in the far end's name, as a firewall does that
 * forbids an application. The far end accepted and reads nothing.
 */
public record ResetTlsHello(FilteredFlow flow) implements Fault {
    /** Refuses UDP, which has no reset. */
    public ResetTlsHello {
        Fault.requireTcp(flow, ResetTlsHello.class);
    }

    @Override
    public String match() {
        return flow.requests() + " @ih,0,8 0x16";
    }

    @Override
    public String action() {
        return "reject with tcp reset";
    }
}
