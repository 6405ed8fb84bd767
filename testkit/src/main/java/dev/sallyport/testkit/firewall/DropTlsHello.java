package dev.sallyport.testkit.firewall;

/**
 * Lets TCP open, then drops the initiator's TLS handshake, as a firewall does that recognises applications: every packet
 * whose payload begins with a handshake record (first byte 22, RFC 8446 §5.1). The far end accepts and reads nothing;
 * the near end's hello is repeated in vain, and nothing after it can be delivered. Other payload passes: a clear-text
 * exchange at the same port is not touched.
 */
public record DropTlsHello(FilteredFlow flow) implements Fault {
    /** Refuses UDP: DTLS begins alike, but has no opening to let pass. */
    public DropTlsHello {
        Fault.requireTcp(flow, DropTlsHello.class);
    }

    @Override
    public String match() {
        return flow.requests() + " @ih,0,8 0x16";
    }
}
