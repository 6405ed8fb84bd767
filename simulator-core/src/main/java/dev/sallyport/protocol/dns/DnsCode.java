package dev.sallyport.protocol.dns;

/**
 * How a response went (RFC 1035 §4.1.1).
 *
 * @param value 0 to 15
 */
record DnsCode(int value) {

    static final DnsCode NO_ERROR = new DnsCode(0);
    static final DnsCode FORMAT_ERROR = new DnsCode(1);
    static final DnsCode NO_SUCH_NAME = new DnsCode(3);
    static final DnsCode NOT_IMPLEMENTED = new DnsCode(4);
    static final DnsCode REFUSED = new DnsCode(5);

    /** Returns the name that tools print, {@code NXDOMAIN}. */
    @Override
    public String toString() {
        return switch (value) {
            case 0 -> "NOERROR";
            case 1 -> "FORMERR";
            case 2 -> "SERVFAIL";
            case 3 -> "NXDOMAIN";
            case 4 -> "NOTIMP";
            case 5 -> "REFUSED";
            default -> "RCODE" + value;
        };
    }
}
