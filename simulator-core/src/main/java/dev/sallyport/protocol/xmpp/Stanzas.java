package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Match;
import java.util.Optional;
import java.util.Set;
import org.jivesoftware.smack.packet.StanzaError;

/** The stanzas of the exchanges: a ping and the answers to queries (RFC 6120 §8, XEP-0199). */
final class Stanzas {

    private static final Set<String> KINDS = Set.of("iq", "message", "presence");

    private Stanzas() {}

    /** Returns the ping of one server by another. */
    static XmlElement ping(String from, String to, String id) {
        return XmlElement.of(Namespaces.SERVER, "iq")
                .with("from", from)
                .with("to", to)
                .with("type", "get")
                .with("id", id)
                .containing(XmlElement.of(Namespaces.PING, "ping"));
    }

    /** Tells whether an element of a stream is a stanza. */
    static boolean isStanza(XmlElement element) {
        return element.name().namespace().equals(Namespaces.SERVER)
                && KINDS.contains(element.name().local());
    }

    /** Decides whether a message answers the query of that id; an error answers too, other stanzas may come between. */
    static Match answers(XmppMessage message, String id) {
        if (!(message instanceof XmlElement element) || !isStanza(element)) {
            return Match.unexpected(Wording.of(message));
        }
        boolean answer = element.is(Namespaces.SERVER, "iq")
                && !asks(element)
                && element.attribute("id").equals(Optional.of(id));
        return answer ? Match.expected() : Match.awaiting();
    }

    /** Returns the answer that a stanza must get (RFC 6120 §8.2.3): none but to a query. */
    static Optional<XmlElement> answerTo(XmlElement stanza) {
        if (!stanza.is(Namespaces.SERVER, "iq") || !asks(stanza)) {
            return Optional.empty();
        }
        boolean ping = stanza.attribute("type").equals(Optional.of("get"))
                && stanza.child(Namespaces.PING, "ping").isPresent();
        return Optional.of(
                ping
                        ? reply(stanza, "result")
                        : reply(stanza, "error").containing(error(StanzaError.Condition.service_unavailable, "")));
    }

    /** Returns the error inside a stanza or a dialback element (RFC 6120 §8.3). */
    static XmlElement error(StanzaError.Condition condition, String text) {
        StanzaError smacks = StanzaError.getBuilder(condition).build();
        XmlElement error = XmlElement.of(Namespaces.SERVER, "error")
                .with("type", smacks.getType().toString())
                .containing(XmlElement.of(Namespaces.STANZA_ERRORS, condition.toString()));
        return text.isEmpty()
                ? error
                : error.containing(
                        XmlElement.of(Namespaces.STANZA_ERRORS, "text").saying(text));
    }

    private static boolean asks(XmlElement iq) {
        return iq.attribute("type").filter(Set.of("get", "set")::contains).isPresent();
    }

    private static XmlElement reply(XmlElement iq, String type) {
        XmlElement reply = XmlElement.of(Namespaces.SERVER, "iq").with("type", type);
        reply = copied(iq, "to", reply, "from");
        reply = copied(iq, "from", reply, "to");
        return copied(iq, "id", reply, "id");
    }

    private static XmlElement copied(XmlElement source, String attribute, XmlElement target, String as) {
        return source.attribute(attribute).map(value -> target.with(as, value)).orElse(target);
    }
}
