package dev.sallyport.protocol.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * What a name server knows: every name of its domain has the server's own address, and SIP and XMPP stand where Lync's
 * documents put them.
 *
 * @param domain the root where the server has none of its own
 * @param address the server's
 */
record Zone(DnsName domain, InetAddress address) {

    private static final Map<String, Integer> PORTS = Map.of(
            "_sipfederationtls._tcp", 5061,
            "_sipinternaltls._tcp", 5061,
            "_sip._tls", 443,
            "_xmpp-server._tcp", 5269);

    /** What is answered: a code, and the records, if any. */
    record Answer(DnsCode code, List<DnsRecord> records) {}

    /** Answers a question; refuses one about another domain or class (RFC 1035 §4.1.1). */
    Answer answer(DnsQuestion question) {
        if (question.dnsClass() != DnsType.INTERNET || !question.name().isWithin(domain)) {
            return new Answer(DnsCode.REFUSED, List.of());
        }
        List<String> labels = question.name().labels();
        return !labels.isEmpty() && labels.get(0).startsWith("_")
                ? service(question, labels)
                : new Answer(DnsCode.NO_ERROR, address(question));
    }

    private List<DnsRecord> address(DnsQuestion question) {
        DnsRecord record = DnsRecord.address(question.name(), address);
        return record.type() == question.type() ? List.of(record) : List.of();
    }

    private static Answer service(DnsQuestion question, List<String> labels) {
        Integer port = labels.size() < 2 ? null : PORTS.get(labels.get(0) + "." + labels.get(1));
        if (port == null) {
            return new Answer(DnsCode.NO_SUCH_NAME, List.of());
        }
        if (question.type() != DnsType.SRV) {
            return new Answer(DnsCode.NO_ERROR, List.of());
        }
        return new Answer(DnsCode.NO_ERROR, List.of(DnsRecord.service(question.name(), port, target(question.name()))));
    }

    /** The host of a service's domain; never longer a name than the service's own. */
    private static DnsName target(DnsName service) {
        return service.parent().parent().child("sip");
    }
}
