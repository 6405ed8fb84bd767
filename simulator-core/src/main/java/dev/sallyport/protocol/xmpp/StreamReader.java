package dev.sallyport.protocol.xmpp;

import com.fasterxml.aalto.AsyncXMLStreamReader;
import dev.sallyport.exchange.MalformedMessageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The messages of one stream, from the events of its parser. */
final class StreamReader {

    /** How deep elements may nest, the stream's own not counted. */
    static final int DEEPEST = 64;

    /** How many different names of elements and attributes a stream may use. */
    static final int MOST_NAMES = 2048;

    private final AsyncXMLStreamReader<?> xml;
    private final Deque<Building> open = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private boolean begun;
    private boolean between;

    private record Building(
            XmlName name, Map<XmlName, String> attributes, StringBuilder text, List<XmlElement> children) {

        XmlElement built() {
            return new XmlElement(name, attributes, text.toString(), children);
        }
    }

    StreamReader(AsyncXMLStreamReader<?> xml) {
        this.xml = xml;
    }

    /**
     * Adds the messages that the parser's input completes.
     *
     * @return whether one was completed, or there was whitespace between two
     */
    boolean read(List<XmppMessage> messages) throws XMLStreamException, MalformedMessageException {
        between = false;
        for (int event = xml.next(); event != AsyncXMLStreamReader.EVENT_INCOMPLETE; event = xml.next()) {
            take(event, messages);
        }
        return between;
    }

    /** Returns where the parser stands. */
    String place() {
        return "byte " + xml.getLocationInfo().getCurrentLocation().getCharacterOffset() + " of the stream";
    }

    /** Returns the parser's words for what is wrong, without the place. */
    static String problem(Exception e) {
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        String words =
                message.substring(message.lastIndexOf("Message: ") < 0 ? 0 : message.lastIndexOf("Message: ") + 9);
        return "not well-formed XML: " + words.lines().findFirst().orElse("");
    }

    private void take(int event, List<XmppMessage> messages) throws XMLStreamException, MalformedMessageException {
        switch (event) {
            case XMLStreamConstants.START_DOCUMENT, XMLStreamConstants.SPACE -> {}
            case XMLStreamConstants.START_ELEMENT -> begin(messages);
            case XMLStreamConstants.END_ELEMENT -> end(messages);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
            case XMLStreamConstants.DTD -> throw refused("a document type");
            case XMLStreamConstants.COMMENT -> throw refused("a comment");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw refused("a processing instruction");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("an entity reference");
            default -> throw refused("XML event " + event);
        }
    }

    private MalformedMessageException refused(String what) {
        return new MalformedMessageException(place(), what + ", which a stream must not have (RFC 6120 §11.1)");
    }

    private void begin(List<XmppMessage> messages) throws MalformedMessageException {
        XmlName name = new XmlName(Objects.requireNonNullElse(xml.getNamespaceURI(), ""), xml.getLocalName());
        remember(xml.getPrefix(), name.local());
        Map<XmlName, String> attributes = attributes();
        if (begun) {
            if (open.size() == DEEPEST) {
                throw new MalformedMessageException(place(), "elements are nested deeper than " + DEEPEST);
            }
            open.push(new Building(name, attributes, new StringBuilder(), new ArrayList<>()));
            return;
        }
        begun = true;
        between = true;
        String content = Objects.requireNonNullElse(xml.getNamespaceContext().getNamespaceURI(""), "");
        messages.add(new StreamOpen(name, content, attributes));
    }

    private Map<XmlName, String> attributes() throws MalformedMessageException {
        Map<XmlName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = Objects.requireNonNullElse(xml.getAttributeNamespace(i), "");
            remember(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
            attributes.put(new XmlName(namespace, xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            remember("xmlns", xml.getNamespacePrefix(i));
        }
        return attributes;
    }

    private void remember(String prefix, String local) throws MalformedMessageException {
        if (names.add(prefix + ":" + local) && names.size() > MOST_NAMES) {
            throw new MalformedMessageException(
                    place(), "the stream uses more than " + MOST_NAMES + " different names");
        }
    }

    private void end(List<XmppMessage> messages) {
        if (open.isEmpty()) {
            messages.add(new StreamEnd());
            return;
        }
        XmlElement built = open.pop().built();
        if (open.isEmpty()) {
            between = true;
            messages.add(built);
        } else {
            open.peek().children().add(built);
        }
    }

    private void text() throws XMLStreamException, MalformedMessageException {
        String text = xml.getText();
        if (!open.isEmpty()) {
            open.peek().text().append(text);
        } else if (text.isBlank()) {
            between = true;
        } else {
            throw new MalformedMessageException(place(), "text between the elements of the stream");
        }
    }
}
