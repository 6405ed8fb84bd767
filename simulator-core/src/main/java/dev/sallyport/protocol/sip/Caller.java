package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the initiator of one exchange remembers: its identity, the transaction it awaits an answer in, and the dialog that
 * comes of it (RFC 3261 §12.1.2).
 *
 * <p>Everything that must be fresh is made of the attempt's nonce. Not thread-safe: lives on its run's thread.
 */
final class Caller {

    private static final int FIRST_FAILURE = 300;

    private final Setting setting;
    private final Identity identity;
    private int transactions;
    private int sequence;
    private String branch = "";
    private String method = "";
    private String to;
    private String target;
    private List<String> route = List.of();

    /** Begins as that end of the setting, about to send to a URI, for whoever another one names. */
    Caller(Setting setting, String target, String to) {
        this.setting = setting;
        this.identity = Identity.of(setting);
        this.target = target;
        this.to = "<" + to + ">";
    }

    /** Turns to another URI, outside any dialog. */
    void towards(String uri) {
        target = uri;
        to = "<" + uri + ">";
    }

    /** Begins as that end of the setting, about to send to the URI it is for. */
    static Caller of(Setting setting, String target) {
        return new Caller(setting, target, target);
    }

    Setting setting() {
        return setting;
    }

    Identity identity() {
        return identity;
    }

    /** Sends the request that a template makes. */
    Step<SipMessage> send(String method, Supplier<SipText> template) {
        return Step.send(method, template::get);
    }

    /** Awaits the final response to the last request, of that code. */
    Step<SipMessage> expect(int code, String method) {
        return expect(code, method, response -> Match.expected());
    }

    /** Awaits the final response to the last request, of that code and passing a further test. */
    Step<SipMessage> expect(int code, String method, Function<SipResponse, Match> further) {
        return Step.expect(code + " to " + method, message -> match(code, message, further));
    }

    /** Begins a request in a new transaction, with a new number. */
    Draft request(String method, String from) {
        sequence++;
        return sameNumber(method, from);
    }

    /** Begins the ACK of a 2xx: a transaction of its own, with the number of the INVITE (§13.2.2.4). */
    Draft acknowledgement(String from) {
        return sameNumber("ACK", from);
    }

    private Draft sameNumber(String method, String from) {
        this.method = method;
        this.branch = freshBranch();
        return Draft.request(method, target)
                .with(
                        "Via",
                        "SIP/2.0/" + identity.transport() + " " + SentBy.hostPort(setting.local()) + ";branch="
                                + branch)
                .with("Max-Forwards", "70")
                .withEach("Route", route)
                .with("From", from + ";tag=" + tag() + ";epid=" + identity.epid())
                .with("To", to)
                .with("Call-ID", callId())
                .with("CSeq", sequence + " " + method)
                .with("User-Agent", identity.agent().product());
    }

    /** Tells whether a request of the far end belongs to the dialog that a request from here began (RFC 3261 §12.2.2). */
    boolean owns(SipRequest request) {
        return request.identifiers().callId().equals(callId())
                && request.identifiers().toTag().equals(tag());
    }

    private String callId() {
        return setting.nonce() + "@" + setting.self().fqdn();
    }

    private String tag() {
        return setting.nonce().substring(0, 10);
    }

    /** Lync's form: 8 and 16 digits; the nonce's, the latter counted up for each transaction. */
    private String freshBranch() {
        long second = Long.parseUnsignedLong(setting.nonce().substring(8), 16) + transactions++;
        return "z9hG4bK" + setting.nonce().substring(0, 8) + "."
                + HexFormat.of().toHexDigits(second);
    }

    /** Tells whether a message is the final response to the last request, of that code and passing a further test. */
    Match match(int code, SipMessage message, Function<SipResponse, Match> further) {
        if (!(message instanceof SipResponse response)
                || !response.answers(branch, method)
                || response.isProvisional()) {
            return Match.awaiting();
        }
        return response.code() == code ? further.apply(response) : Match.unexpected(found(response));
    }

    /** A Lync server says in ms-diagnostics what a status like 504 leaves open. */
    private static String found(SipResponse response) {
        String diagnostics = response.headers().value("ms-diagnostics");
        return response.code() < FIRST_FAILURE || diagnostics.isEmpty()
                ? response.status()
                : response.status() + " (ms-diagnostics: " + Quoted.shortened(diagnostics) + ")";
    }

    /** Remembers the dialog that a 2xx establishes: the far tag, where to send next, and through whom. */
    void establish(SipResponse response) {
        to = response.headers().value("To");
        List<String> recorded = new ArrayList<>(response.headers().values("Record-Route"));
        Collections.reverse(recorded);
        route = List.copyOf(recorded);
        response.headers().first("Contact").ifPresent(contact -> target = AddressUri.in(contact.value()));
    }
}
