package dev.sallyport.protocol.sip;

import java.util.List;

/**
 * Someone who is available, as the subscriber reads it: in Lync's categories ([MS-PRES]), or as RFC 3863 has it.
 *
 * @param type the media type
 */
record PresenceDocument(String type, String body) {

    private static final String CATEGORIES = "application/msrtc-event-categories+xml";

    /** Returns the document about a URI in a type that the subscriber accepts. */
    static PresenceDocument in(List<String> accepted, String uri) {
        String entity = XmlText.escaped(uri);
        return accepted.stream().anyMatch(value -> value.contains(CATEGORIES))
                ? new PresenceDocument(CATEGORIES, categories(entity))
                : new PresenceDocument("application/pidf+xml", pidf(entity));
    }

    /** Ends a message with the document. */
    SipText endOf(Draft draft) {
        return draft.withBody(type, body);
    }

    private static String categories(String entity) {
        return "<categories xmlns=\"http://schemas.microsoft.com/2006/09/sip/categories\" uri=\"" + entity
                + "\"><category name=\"state\" instance=\"1\"><state xmlns=\"http://schemas.microsoft.com/2006/09/sip/"
                + "state\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"aggregateState\">"
                + "<availability>3500</availability></state></category></categories>";
    }

    private static String pidf(String entity) {
        return "<?xml version=\"1.0\"?><presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"" + entity
                + "\"><tuple id=\"t1\"><status><basic>open</basic></status></tuple></presence>";
    }
}
