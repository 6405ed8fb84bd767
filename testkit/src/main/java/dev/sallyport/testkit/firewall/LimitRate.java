package dev.sallyport.testkit.firewall;

/**
 * Lets the initiator's first packets pass, then one more a minute, over all its connections together.
 *
 * @param packets how many pass at first
 */
public record LimitRate(FilteredFlow flow, int packets) implements Fault {
    @Override
    public String match() {
        return flow.requests() + " limit rate over 1/minute burst " + packets + " packets";
    }
}
