package dev.sallyport.testkit.firewall;

/**
 * Drops the initiator's packets on a host, before its listener or after its client: a host firewall, to be applied to
 * {@link NamespaceLab#hostFirewall}. A sender over UDP is told so by its own system (EPERM); one over TCP is not.
 *
 * @param end which host drops
 */
public record DropAtHost(FilteredFlow flow, End end) implements Fault {

    /** Whose host firewall it is. */
    public enum End {
        NEAR("output"),
        FAR("input");

        private final String hook;

        End(String hook) {
            this.hook = hook;
        }
    }

    @Override
    public String hook() {
        return "type filter hook " + end.hook + " priority -10";
    }

    @Override
    public String match() {
        return flow.requests();
    }
}
