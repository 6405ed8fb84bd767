package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The initiating server's rungs on one connection, and what the peer has said so far.
 *
 * <p>A stream between servers carries stanzas one way: the ping's answer may come on a stream of the peer's own
 * (RFC 6120 §4.3), even where both ways were agreed on (XEP-0288), for a peer that has such a stream, as after a dialback,
 * goes on using it. So the stream is closed behind the ping: the peer must answer that here (RFC 6120 §4.4), and does so
 * only when it has read the ping.
 */
final class InitiatingServer {

    private final String from;
    private final String to;
    private final String nonce;
    private String streamId = "";
    private XmlElement features = XmlElement.of(Namespaces.STREAMS, "features");

    InitiatingServer(String from, String to, String nonce) {
        this.from = from;
        this.to = to;
        this.nonce = nonce;
    }

    /** Speaks for the setting's own domain to the peer's. */
    InitiatingServer(Setting setting) {
        this(domain(setting.self()), domain(setting.peer()), setting.nonce());
    }

    /** Returns the ladder by certificates: STARTTLS, SASL EXTERNAL (RFC 6120 §9.2, XEP-0178 §3). */
    List<Step<XmppMessage>> byCertificate() {
        return rungs(certified(), stanza());
    }

    /** Returns the ladder by certificates, up to a stream that stands. */
    List<Step<XmppMessage>> certified() {
        return rungs(
                stream(offering(Namespaces.TLS, "starttls")),
                startTls(),
                stream(this::offersExternal),
                requestBothWays(),
                external(),
                stream(any -> true));
    }

    /** Returns the ladder by dialback, over TLS where the peer offers it (XEP-0220 §2.1). */
    List<Step<XmppMessage>> byDialback(DialbackKeys keys) {
        return rungs(dialledBack(keys), stanza());
    }

    /** Returns the ladder by dialback, up to a stream that stands. */
    List<Step<XmppMessage>> dialledBack(DialbackKeys keys) {
        return rungs(stream(any -> true), startTlsWhereOffered(), requestBothWays(), result(keys));
    }

    /** Returns a ping and its answer on a stream that stands, and goes on standing; both ways were agreed on. */
    List<Step<XmppMessage>> pinging() {
        return rungs(ping(), answer());
    }

    /** Returns the ladder on a connection that TLS has authenticated at both ends already. */
    List<Step<XmppMessage>> byConnection() {
        return rungs(stream(any -> true), pinging());
    }

    /** Returns the ladder that asks the authoritative server about a key (XEP-0220 §2.3). */
    List<Step<XmppMessage>> asking(Verification verification) {
        return rungs(
                stream(any -> true), startTlsWhereOffered(), List.of(verification.asked(), verification.answered()));
    }

    private static String domain(Setting.Identified end) {
        return end.domain().isEmpty() ? end.fqdn() : end.domain();
    }

    @SafeVarargs
    private static List<Step<XmppMessage>> rungs(List<Step<XmppMessage>>... parts) {
        List<Step<XmppMessage>> all = new ArrayList<>();
        for (List<Step<XmppMessage>> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private List<Step<XmppMessage>> stream(Predicate<XmlElement> enough) {
        return List.of(
                Step.send("stream header", () -> StreamOpen.initial(from, to, nonce)),
                Step.expect("stream header of " + to, this::opened),
                Step.expect("stream features", message -> featured(message, enough)));
    }

    private Match opened(XmppMessage message) {
        if (!(message instanceof StreamOpen open)) {
            return Match.unexpected(Wording.of(message));
        } else if (!open.name().namespace().equals(Namespaces.STREAMS)) {
            return Match.unexpected("a stream of namespace '" + open.name().namespace() + "'");
        } else if (!open.content().equals(Namespaces.SERVER)) {
            return Match.unexpected("a stream of '" + open.content() + "', not of '" + Namespaces.SERVER + "',");
        }
        streamId = open.id().orElse("");
        return Match.expected();
    }

    private Match featured(XmppMessage message, Predicate<XmlElement> enough) {
        if (!(message instanceof XmlElement element) || !element.is(Namespaces.STREAMS, "features")) {
            return Match.unexpected(Wording.of(message));
        }
        features = element;
        return enough.test(element) ? Match.expected() : Match.unexpected(Wording.features(element));
    }

    private List<Step<XmppMessage>> startTlsWhereOffered() {
        return List.of(Step.choice(
                () -> offers(Namespaces.TLS, "starttls") ? rungs(startTls(), stream(any -> true)) : List.of()));
    }

    private static List<Step<XmppMessage>> startTls() {
        return List.of(
                Step.send("starttls", Negotiation::startTls),
                awaited("proceed with TLS", Namespaces.TLS, "proceed"),
                Step.startTls(),
                Step.restart());
    }

    private List<Step<XmppMessage>> external() {
        return List.of(
                Step.send("auth EXTERNAL", () -> Negotiation.auth(from)),
                awaited("success of SASL EXTERNAL", Namespaces.SASL, "success"),
                Step.restart());
    }

    private List<Step<XmppMessage>> requestBothWays() {
        Step<XmppMessage> request = Step.send("bidi", () -> XmlElement.of(Namespaces.BIDI, "bidi"));
        return List.of(Step.choice(() -> offers(Namespaces.BIDI_FEATURE, "bidi") ? List.of(request) : List.of()));
    }

    private List<Step<XmppMessage>> result(DialbackKeys keys) {
        return List.of(
                Step.send("db:result", () -> XmlElement.of(Namespaces.DIALBACK, "result")
                        .with("from", from)
                        .with("to", to)
                        .saying(keys.key(to, from, streamId))),
                Step.expect("db:result of type 'valid'", InitiatingServer::valid));
    }

    private static Match valid(XmppMessage message) {
        boolean valid = message instanceof XmlElement element
                && element.is(Namespaces.DIALBACK, "result")
                && element.attribute("type").equals(Optional.of("valid"));
        return valid ? Match.expected() : Match.unexpected(Wording.of(message));
    }

    private List<Step<XmppMessage>> stanza() {
        return rungs(ping(), farewell());
    }

    private List<Step<XmppMessage>> ping() {
        return List.of(Step.send("ping", () -> Stanzas.ping(from, to, nonce)));
    }

    private List<Step<XmppMessage>> answer() {
        return List.of(Step.expect("answer to ping", this::answered));
    }

    private List<Step<XmppMessage>> farewell() {
        return List.of(
                Step.send("end of the stream", StreamEnd::new),
                Step.expect(
                        "answer to ping or end of the peer's stream",
                        message -> message instanceof StreamEnd ? Match.expected() : answered(message)));
    }

    private Match answered(XmppMessage message) {
        return Stanzas.answers(message, nonce);
    }

    private static Step<XmppMessage> awaited(String label, String namespace, String local) {
        return Step.expect(
                label,
                message -> message instanceof XmlElement element && element.is(namespace, local)
                        ? Match.expected()
                        : Match.unexpected(Wording.of(message)));
    }

    private static Predicate<XmlElement> offering(String namespace, String local) {
        return offered -> offered.child(namespace, local).isPresent();
    }

    private boolean offers(String namespace, String local) {
        return features.child(namespace, local).isPresent();
    }

    private boolean offersExternal(XmlElement offered) {
        return offered.child(Namespaces.SASL, "mechanisms").stream()
                .flatMap(mechanisms -> mechanisms.children().stream())
                .anyMatch(mechanism -> mechanism.text().equals("EXTERNAL"));
    }
}
