package dev.sallyport.testkit.firewall;

/**
 * Marks the initiator's packets as those that a rule drawn too wide lets through: a leak. The site's own rules must accept
 * what bears {@link #MARK}, since in nftables no other table can overrule a drop.
 */
public record Widen(FilteredFlow flow) implements Fault {

    /** The mark, as rules write it. */
    public static final String MARK = "0x5a11";

    static final String PASS = "meta mark set " + MARK;

    @Override
    public String match() {
        return flow.requests();
    }

    @Override
    public String action() {
        return PASS;
    }
}
