package dev.sallyport.protocol.xmpp;

import java.util.Map;
import org.jivesoftware.smack.util.XmlStringBuilder;

/**
 * Messages as text, in a stream whose header declares {@code jabber:server} as default, {@code stream:} and {@code db:}.
 *
 * <p>Peers of old look at prefixes and not at namespaces, so these two are always written.
 */
final class XmppWriter {

    private static final String DECLARATION = "<?xml version='1.0'?>";

    private final XmlStringBuilder xml = new XmlStringBuilder();

    private XmppWriter() {}

    /** Returns the message as it goes over the wire. */
    static String text(XmppMessage message) {
        XmppWriter writer = new XmppWriter();
        if (message instanceof StreamOpen open) {
            writer.open(open);
        } else if (message instanceof XmlElement element) {
            writer.element(element, Namespaces.SERVER);
        } else {
            writer.xml.closeElement("stream:stream");
        }
        return writer.xml.toString();
    }

    private void open(StreamOpen open) {
        xml.append(DECLARATION).halfOpenElement("stream:stream");
        xml.attribute("xmlns", open.content());
        xml.attribute("xmlns:db", Namespaces.DIALBACK);
        xml.attribute("xmlns:stream", Namespaces.STREAMS);
        attributes(open.attributes());
        xml.rightAngleBracket();
    }

    private void element(XmlElement element, String enclosing) {
        String tag = prefix(element.name().namespace()) + element.name().local();
        boolean prefixed = tag.indexOf(':') > 0;
        String inside = prefixed ? enclosing : element.name().namespace();
        xml.halfOpenElement(tag);
        if (!inside.equals(enclosing)) {
            xml.attribute("xmlns", inside);
        }
        attributes(element.attributes());
        if (element.text().isEmpty() && element.children().isEmpty()) {
            xml.closeEmptyElement();
            return;
        }
        xml.rightAngleBracket().escape(element.text());
        element.children().forEach(child -> element(child, inside));
        xml.closeElement(tag);
    }

    private static String prefix(String namespace) {
        return switch (namespace) {
            case Namespaces.STREAMS -> "stream:";
            case Namespaces.DIALBACK -> "db:";
            default -> "";
        };
    }

    private void attributes(Map<XmlName, String> attributes) {
        int declared = 0;
        for (Map.Entry<XmlName, String> attribute : attributes.entrySet()) {
            String namespace = attribute.getKey().namespace();
            String local = attribute.getKey().local();
            if (namespace.isEmpty()) {
                xml.attribute(local, attribute.getValue());
            } else if (namespace.equals(Namespaces.XML)) {
                xml.attribute("xml:" + local, attribute.getValue());
            } else {
                String prefix = namespace.equals(Namespaces.SALLYPORT) ? "sp" : "a" + declared++;
                xml.attribute("xmlns:" + prefix, namespace);
                xml.attribute(prefix + ":" + local, attribute.getValue());
            }
        }
    }
}
