package dev.sallyport.testkit.firewall;

/**
 * Drops every packet of one direction that is larger than a size, without a word, as a tunnel does whose "packet too big"
 * nobody lets back: the flow opens, small messages pass, large ones never arrive.
 *
 * @param way whose packets
 * @param bytes the largest size that passes, of the whole IP packet
 */
public record DropAboveSize(FilteredFlow flow, Way way, int bytes) implements Fault {

    /** Whose packets are dropped. */
    public enum Way {
        REQUESTS,
        REPLIES
    }

    @Override
    public String match() {
        String packets = way == Way.REQUESTS ? flow.requests() : flow.replies();
        return packets + " meta length > " + bytes;
    }
}
