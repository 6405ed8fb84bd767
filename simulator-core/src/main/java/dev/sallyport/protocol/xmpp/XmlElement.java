package dev.sallyport.protocol.xmpp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element: a stanza, or one of stream negotiation, or a part of these.
 *
 * <p>XMPP has no mixed content that matters (RFC 6120 §8.4): all text directly inside is kept as one, apart from the
 * children.
 *
 * @param name with its namespace
 * @param attributes without namespace declarations, in order
 * @param text all character data directly inside; may be empty
 * @param children in order
 */
public record XmlElement(XmlName name, Map<XmlName, String> attributes, String text, List<XmlElement> children)
        implements XmppMessage {

    /** Keeps attributes and children as they are. */
    public XmlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Returns an empty element. */
    public static XmlElement of(String namespace, String local) {
        return new XmlElement(new XmlName(namespace, local), Map.of(), "", List.of());
    }

    /** Returns the element with one more attribute, of no namespace. */
    public XmlElement with(String attribute, String value) {
        Map<XmlName, String> more = new LinkedHashMap<>(attributes);
        more.put(XmlName.plain(attribute), value);
        return new XmlElement(name, more, text, children);
    }

    /** Returns the element with that text. */
    public XmlElement saying(String text) {
        return new XmlElement(name, attributes, text, children);
    }

    /** Returns the element with one more child, the last. */
    public XmlElement containing(XmlElement child) {
        List<XmlElement> more = new ArrayList<>(children);
        more.add(child);
        return new XmlElement(name, attributes, text, more);
    }

    /** Tells whether it has that name. */
    public boolean is(String namespace, String local) {
        return name.namespace().equals(namespace) && name.local().equals(local);
    }

    /** Returns the value of an attribute of no namespace. */
    public Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(XmlName.plain(local)));
    }

    /** Returns the first child of that name. */
    public Optional<XmlElement> child(String namespace, String local) {
        return children.stream().filter(child -> child.is(namespace, local)).findFirst();
    }
}
