package dev.sallyport.testkit.firewall;

/**
 * Lets the initiator send so many bytes in all, IP headers counted, over all its connections together; then nothing more.
 *
 * @param bytes how many pass
 */
public record LimitVolume(FilteredFlow flow, int bytes) implements Fault {
    @Override
    public String match() {
        return flow.requests() + " quota over " + bytes + " bytes";
    }
}
