package dev.sallyport.testkit.firewall;

/** A fault at work in a {@link Firewall}: it counts what it takes, and closing it removes this one rule. */
public final class AppliedFault implements AutoCloseable {
    private final Firewall firewall;
    private final Fault fault;
    private final String name;

    AppliedFault(Firewall firewall, Fault fault, String name) {
        this.firewall = firewall;
        this.fault = fault;
        this.name = name;
    }

    /** The fault as it was applied. */
    public Fault fault() {
        return fault;
    }

    /**
     * How many packets the rule has taken since it was applied, read from its nftables counter.
     *
     * @throws IllegalStateException if the fault has been removed, and its counter with it
     */
    public long packets() {
        return firewall.packets(this);
    }

    /** Removes the rule and its counter; connections begun under it are forgotten. Closing twice does nothing. */
    @Override
    public void close() {
        firewall.withdraw(this);
    }

    @Override
    public String toString() {
        return name + ": " + fault;
    }

    String name() {
        return name;
    }
}
