package dev.sallyport.protocol.xmpp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The opening tag of a stream, its header (RFC 6120 §4.7).
 *
 * @param name {@code {http://etherx.jabber.org/streams}stream}, unless the peer errs
 * @param content the default namespace, {@code jabber:server}; empty where none is declared
 * @param attributes without namespace declarations, in order
 */
public record StreamOpen(XmlName name, String content, Map<XmlName, String> attributes) implements XmppMessage {

    private static final XmlName STREAM = new XmlName(Namespaces.STREAMS, "stream");
    private static final XmlName NONCE = new XmlName(Namespaces.SALLYPORT, "nonce");

    /** Keeps the attributes as they are. */
    public StreamOpen {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Returns the header that an initiating server sends; an empty nonce is left out. */
    static StreamOpen initial(String from, String to, String nonce) {
        Map<XmlName, String> attributes = addressed(from, to);
        if (!nonce.isEmpty()) {
            attributes.put(NONCE, nonce);
        }
        return new StreamOpen(STREAM, Namespaces.SERVER, attributes);
    }

    /** Returns the header that a receiving server answers with. */
    static StreamOpen response(String from, String to, String id) {
        Map<XmlName, String> attributes = addressed(from, to);
        attributes.put(XmlName.plain("id"), id);
        return new StreamOpen(STREAM, Namespaces.SERVER, attributes);
    }

    private static Map<XmlName, String> addressed(String from, String to) {
        Map<XmlName, String> attributes = new LinkedHashMap<>();
        attributes.put(XmlName.plain("from"), from);
        if (!to.isEmpty()) {
            attributes.put(XmlName.plain("to"), to);
        }
        attributes.put(XmlName.plain("version"), "1.0");
        return attributes;
    }

    /** Returns the domain the sender speaks for. */
    public Optional<String> from() {
        return attribute("from");
    }

    /** Returns the domain the sender wants to reach. */
    public Optional<String> to() {
        return attribute("to");
    }

    /** Returns the stream's id, which the receiving server gives. */
    public Optional<String> id() {
        return attribute("id");
    }

    /** Returns the version; none means older than 1.0 (RFC 6120 §4.7.5). */
    public Optional<String> version() {
        return attribute("version");
    }

    /** Returns the attempt's nonce, where our own initiator put one. */
    public Optional<String> nonce() {
        return Optional.ofNullable(attributes.get(NONCE));
    }

    private Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(XmlName.plain(local)));
    }
}
