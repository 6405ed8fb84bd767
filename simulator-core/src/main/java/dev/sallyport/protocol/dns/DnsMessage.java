package dev.sallyport.protocol.dns;

import java.util.List;

/**
 * A query or a response (RFC 1035 §4.1).
 *
 * @param id what joins both, 16 bits
 * @param flags the header's second word as it stands
 */
public record DnsMessage(
        int id,
        int flags,
        List<DnsQuestion> questions,
        List<DnsRecord> answers,
        List<DnsRecord> authorities,
        List<DnsRecord> additional) {

    static final int RESPONSE = 0x8000;
    static final int TRUNCATED = 0x0200;
    static final int RECURSION_DESIRED = 0x0100;
    static final int RECURSION_AVAILABLE = 0x0080;

    /** Keeps its own copies. */
    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authorities = List.copyOf(authorities);
        additional = List.copyOf(additional);
    }

    /** Returns a query of one question. */
    static DnsMessage query(int id, DnsQuestion question, List<DnsRecord> additional) {
        return new DnsMessage(id, RECURSION_DESIRED, List.of(question), List.of(), List.of(), additional);
    }

    boolean isResponse() {
        return (flags & RESPONSE) != 0;
    }

    boolean isTruncated() {
        return (flags & TRUNCATED) != 0;
    }

    /** Returns what kind of request it is: 0 for a query. */
    int operation() {
        return flags >> 11 & 0xf;
    }

    DnsCode code() {
        return new DnsCode(flags & 0xf);
    }

    /** Tells whether the sender knows EDNS (RFC 6891 §6.1.1). */
    boolean isExtended() {
        return additional.stream().anyMatch(record -> record.type() == DnsType.OPT);
    }
}
