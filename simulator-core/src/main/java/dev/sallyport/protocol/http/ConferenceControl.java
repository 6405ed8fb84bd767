package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** C3P, the XML by which a conference's focus commands its conferencing services, and is commanded ([MS-CONFBAS]). */
final class ConferenceControl {

    /** The media type of its documents. */
    static final String TYPE = "application/cccp+xml";

    /** Where its listeners stand, on port 444. */
    static final String PATH = "/LiveServer/";

    private static final String NAMESPACES = "xmlns=\"urn:ietf:params:xml:ns:cccp\""
            + " xmlns:mscp=\"http://schemas.microsoft.com/rtc/2005/08/cccpextensions\" C3PVersion=\"1\"";

    private ConferenceControl() {}

    /** Returns the request to add a conference, named by the attempt's nonce. */
    static String request(Setting setting) {
        String id = setting.nonce();
        String organizer = "sip:organizer@" + setting.self().domain();
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><request " + NAMESPACES + " to=\""
                + entity(organizer, "chat", id)
                + "\" from=\"" + entity(organizer, "focus", id) + "\" requestId=\"" + id.substring(0, 8)
                + "\"><addConference><conference-info xmlns=\"urn:ietf:params:xml:ns:conference-info\" entity=\""
                + entity(organizer, "chat", id) + "\" state=\"full\"><conference-description><subject/>"
                + "</conference-description></conference-info></addConference></request>";
    }

    /** Returns the response to a document: success, or that it is no request. */
    static String response(Octets document) {
        String text = document.text();
        boolean request =
                text.contains("<request ") && !attribute(text, "requestId").isEmpty();
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><response " + NAMESPACES + " requestId=\""
                + attribute(text, "requestId") + "\" from=\"" + attribute(text, "to") + "\" to=\""
                + attribute(text, "from") + "\" code=\"" + (request ? "success" : "requestMalformed") + "\"/>";
    }

    /** Returns the code of a response; empty where it is none. */
    static String code(Octets document) {
        String text = document.text();
        return text.contains("<response ") ? attribute(text, "code") : "";
    }

    private static String entity(String organizer, String kind, String id) {
        return organizer + ";gruu;opaque=app:conf:" + kind + ":id:" + id;
    }

    /** Returns an attribute's value as it was written, so as escaped as it was; empty where it does not stand. */
    private static String attribute(String document, String name) {
        Matcher found = Pattern.compile("\\s" + name + "\\s{0,8}=\\s{0,8}[\"']([^\"'<>]{0,256})[\"']")
                .matcher(document);
        return found.find() ? found.group(1) : "";
    }
}
