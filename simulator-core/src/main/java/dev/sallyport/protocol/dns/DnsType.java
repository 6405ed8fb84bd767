package dev.sallyport.protocol.dns;

/** The record types and the class that are acted upon here (IANA, Domain Name System Parameters). */
final class DnsType {

    static final int A = 1;
    static final int AAAA = 28;
    static final int SRV = 33;
    static final int OPT = 41;
    static final int INTERNET = 1;

    private DnsType() {}

    /** Returns the type as everyone writes it, {@code TYPE65} where it is none of these (RFC 3597 §5). */
    static String text(int type) {
        return switch (type) {
            case A -> "A";
            case AAAA -> "AAAA";
            case SRV -> "SRV";
            case OPT -> "OPT";
            default -> "TYPE" + type;
        };
    }
}
