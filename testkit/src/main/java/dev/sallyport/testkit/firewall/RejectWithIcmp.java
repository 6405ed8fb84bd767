package dev.sallyport.testkit.firewall;

/**
 * Answers the initiator's packets with ICMP destination unreachable from the firewall's own address; the far end sees
 * nothing. What the near end's socket makes of it depends on the code and the transport: over UDP an unconnected socket
 * hears nothing, and Linux keeps net- and host-unreachable from a connected one as well.
 */
public record RejectWithIcmp(FilteredFlow flow, Code code) implements Fault {

    /** Codes of ICMP type 3 (RFC 792; RFC 1812 §5.2.7.1), with what Linux tells a connecting TCP socket. */
    public enum Code {
        /** Code 0: ENETUNREACH. */
        NET_UNREACHABLE("net-unreachable"),
        /** Code 1: EHOSTUNREACH. */
        HOST_UNREACHABLE("host-unreachable"),
        /** Code 3: ECONNREFUSED, no different from a reset. */
        PORT_UNREACHABLE("port-unreachable"),
        /** Code 9: ENETUNREACH. */
        NET_PROHIBITED("net-prohibited"),
        /** Code 10: EHOSTUNREACH. */
        HOST_PROHIBITED("host-prohibited"),
        /** Code 13: EHOSTUNREACH. */
        ADMIN_PROHIBITED("admin-prohibited");

        private final String word;

        Code(String word) {
            this.word = word;
        }
    }

    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public String action() {
        return "reject with icmp type " + code.word;
    }
}
