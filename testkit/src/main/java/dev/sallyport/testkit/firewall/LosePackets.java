package dev.sallyport.testkit.firewall;

/**
 * Loses some of the initiator's packets by chance, as a bad line does.
 *
 * @param percent how many of a hundred
 */
public record LosePackets(FilteredFlow flow, int percent) implements Fault {
    @Override
    public String match() {
        return flow.requests() + " numgen random mod 100 < " + percent;
    }
}
