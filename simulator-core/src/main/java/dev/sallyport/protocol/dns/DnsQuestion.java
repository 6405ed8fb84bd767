package dev.sallyport.protocol.dns;

/**
 * What is asked (RFC 1035 §4.1.2).
 *
 * @param type of the record, a {@link DnsType} or another
 * @param dnsClass 1 for the Internet
 */
public record DnsQuestion(DnsName name, int type, int dnsClass) {

    /** Returns a question about the Internet. */
    public static DnsQuestion of(String name, int type) {
        return new DnsQuestion(DnsName.of(name), type, DnsType.INTERNET);
    }

    /** Tells whether both ask the same, whatever the case of their names: resolvers vary it on purpose. */
    boolean isSameAs(DnsQuestion other) {
        return type == other.type && dnsClass == other.dnsClass && name.isSameAs(other.name);
    }
}
