package dev.sallyport.exchange;

/**
 * What ended a run, in the report's words; a TLS alert brings its own name, {@code alert-bad-certificate}
 * (RFC 5246 §7.2).
 *
 * @param text the word
 */
public record How(String text) {

    /** The ladder was walked to its end. */
    public static final How COMPLETED = new How("completed");
    /** Nothing more came before the deadline. */
    public static final How SILENCE = new How("silence");
    /** A TCP reset or an ICMP port-unreachable met the first packet: a socket cannot tell which. */
    public static final How REFUSED = new How("refused");
    /** ICMP said that the host cannot be reached, or may not be. */
    public static final How HOST_UNREACHABLE = new How("host-unreachable");
    /** ICMP said that the network cannot be reached. */
    public static final How NET_UNREACHABLE = new How("net-unreachable");
    /** A reset in mid-exchange. */
    public static final How RESET = new How("reset");
    /** The peer closed before the exchange was over. */
    public static final How CLOSED = new How("closed");
    /** Bytes came that are no message of the protocol, or one that must not come there. */
    public static final How MALFORMED = new How("malformed");
    /** This host kept the attempt from being made: no descriptor, no such address, a bug. */
    public static final How LOCAL = new How("local");

    /** Returns the ending by a TLS alert, named as in RFC 5246 §7.2 with dashes: {@code bad-certificate}. */
    public static How alert(String name) {
        return new How("alert-" + name);
    }

    /** Tells whether a TLS alert ended it. */
    public boolean isAlert() {
        return text.startsWith("alert-");
    }

    @Override
    public String toString() {
        return text;
    }
}
