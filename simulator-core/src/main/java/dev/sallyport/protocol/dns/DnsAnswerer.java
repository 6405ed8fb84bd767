package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;

/** Answers each query by itself; over UDP in no more bytes than it came in. */
final class DnsAnswerer implements Answerer<DnsMessage> {

    private static final int ASKED_OF_A_RESPONSE = 0x7900;
    private static final int NAMELESS_RECORD = 11;

    private final DnsFraming framing = new DnsFraming();
    private final Transport transport;
    private final Zone zone;

    DnsAnswerer(Setting setting) {
        this.transport = setting.transport();
        this.zone =
                new Zone(DnsName.of(setting.self().domain()), setting.local().getAddress());
    }

    @Override
    public List<Step<DnsMessage>> on(DnsMessage message) {
        if (message.isResponse()) {
            return List.of();
        }
        DnsMessage response = fitting(message, response(message));
        return List.of(Step.send(response.code().toString(), () -> response));
    }

    private DnsMessage response(DnsMessage query) {
        if (query.operation() != 0) {
            return refused(query, DnsCode.NOT_IMPLEMENTED);
        }
        if (query.questions().size() != 1) {
            return refused(query, DnsCode.FORMAT_ERROR);
        }
        Zone.Answer answer = zone.answer(query.questions().get(0));
        return made(query, flags(query, answer.code()), answer.records());
    }

    /** Without the questions: however many there were, the answer has 12 bytes. */
    private static DnsMessage refused(DnsMessage query, DnsCode code) {
        return new DnsMessage(query.id(), flags(query, code), List.of(), List.of(), List.of(), List.of());
    }

    private DnsMessage fitting(DnsMessage query, DnsMessage response) {
        boolean fits = transport == Transport.TCP || framing.write(response).length <= length(query);
        return fits ? response : made(query, response.flags() | DnsMessage.TRUNCATED, List.of());
    }

    /** The least bytes that the query can have come in; the name of its only question is never a pointer. */
    private static int length(DnsMessage query) {
        int length = DnsFraming.HEADER;
        for (DnsQuestion question : query.questions()) {
            length += question.name().wire().length() + 5;
        }
        for (DnsRecord record : query.additional()) {
            length += NAMELESS_RECORD + record.data().length();
        }
        return length;
    }

    private static DnsMessage made(DnsMessage query, int flags, List<DnsRecord> records) {
        List<DnsRecord> additional = query.isExtended() ? List.of(DnsRecord.extension()) : List.of();
        return new DnsMessage(query.id(), flags, query.questions(), records, List.of(), additional);
    }

    /** Operation and wish for recursion are the query's. */
    private static int flags(DnsMessage query, DnsCode code) {
        return query.flags() & ASKED_OF_A_RESPONSE
                | DnsMessage.RESPONSE
                | DnsMessage.RECURSION_AVAILABLE
                | code.value();
    }
}
