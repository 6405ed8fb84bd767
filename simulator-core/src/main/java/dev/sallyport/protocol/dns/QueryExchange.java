package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.net.Inet6Address;
import java.util.List;

/**
 * {@code dns/query}: how an Edge Server finds whom to federate with: the service of a domain, then the address of the
 * host it names (RFC 3263 §4).
 */
final class QueryExchange {

    private static final int BLOCK = 128;

    private final Setting setting;
    private final DnsQuestion service;
    private final DnsQuestion address;

    private QueryExchange(Setting setting) {
        this.setting = setting;
        String domain = setting.nonce() + "." + domain(setting);
        this.service = DnsQuestion.of("_sipfederationtls._tcp." + domain, DnsType.SRV);
        this.address = DnsQuestion.of(
                "sip." + domain, setting.remote().getAddress() instanceof Inet6Address ? DnsType.AAAA : DnsType.A);
    }

    static List<Step<DnsMessage>> ladder(Setting setting) {
        return new QueryExchange(setting).steps();
    }

    /** The far end answers for its own domain; one that the lab does not know is asked about this end's. */
    private static String domain(Setting setting) {
        String far = setting.peer().domain();
        return far.isEmpty() ? setting.self().domain() : far;
    }

    private List<Step<DnsMessage>> steps() {
        return List.of(send(service, 0), expect(service, 0), send(address, 1), expect(address, 1));
    }

    private Step<DnsMessage> send(DnsQuestion question, int number) {
        return Step.send(label(question), () -> DnsMessage.query(id(number), question, List.of(extension(question))));
    }

    private Step<DnsMessage> expect(DnsQuestion question, int number) {
        return Step.expect("answer to " + label(question), message -> match(message, question, id(number)));
    }

    /** Over UDP an answer may not be longer than its question, so the question makes room for the names in it. */
    private DnsRecord extension(DnsQuestion question) {
        if (setting.transport() == Transport.TCP) {
            return DnsRecord.extension();
        }
        int needed = BLOCK + question.name().wire().length();
        return DnsRecord.padding(needed + BLOCK - needed % BLOCK);
    }

    /** Two numbers of the nonce's, fresh for each attempt. */
    private int id(int number) {
        return Integer.parseInt(setting.nonce().substring(4 * number, 4 * number + 4), 16);
    }

    private static Match match(DnsMessage message, DnsQuestion question, int id) {
        boolean ours = message.isResponse()
                && message.id() == id
                && message.questions().stream().anyMatch(question::isSameAs);
        return ours ? judged(message, question) : Match.awaiting();
    }

    private static Match judged(DnsMessage response, DnsQuestion question) {
        if (!response.code().equals(DnsCode.NO_ERROR)) {
            return Match.unexpected(response.code().toString());
        }
        if (response.isTruncated()) {
            return Match.unexpected("an answer cut short, which must fit,");
        }
        return response.answers().stream().anyMatch(record -> answers(record, question))
                ? Match.expected()
                : Match.unexpected("NOERROR without " + label(question));
    }

    private static boolean answers(DnsRecord record, DnsQuestion question) {
        return record.type() == question.type() && record.name().isSameAs(question.name());
    }

    private static String label(DnsQuestion question) {
        return DnsType.text(question.type()) + " " + question.name();
    }
}
