package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Octets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What Lync's web components and Office Web Apps publish, as far as a firewall is concerned: small documents to answer
 * with, to everyone; the real ones want a web ticket or NTLM for most.
 *
 * <p>Autodiscover as in [MS-OCDISCWS] §3.1.5, WOPI discovery as in [MS-WOPI] §3.1.5.1: the shape, with one entry.
 */
final class LyncWeb {

    private static final String XML = "text/xml; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private static final Set<String> SERVICES = Set.of(
            WebPath.WEB_TICKET,
            WebPath.CERTIFICATES,
            WebPath.GROUPS,
            WebPath.MOBILITY,
            WebPath.REPLICATION,
            WebPath.ADDRESS_BOOK);

    private static final Map<String, UnaryOperator<String>> DOCUMENTS = Map.of(
            WebPath.AUTODISCOVER,
            LyncWeb::autodiscover,
            WebPath.DISCOVERY,
            LyncWeb::discovery,
            WebPath.HEALTH,
            fqdn -> "<Health Status=\"OK\"/>",
            WebPath.HOME,
            fqdn -> "<Server Fqdn=\"" + fqdn + "\"/>");

    /**
     * A document and its type.
     *
     * @param type its Content-Type
     */
    record Document(String type, Octets body) {
        static Document of(String type, String text) {
            return new Document(type, Octets.utf8(text));
        }
    }

    private LyncWeb() {}

    /** Returns what stands at a path of the host; IIS does not tell paths apart by case. */
    static Optional<Document> at(String path, String fqdn, boolean json) {
        if (path.regionMatches(true, path.length() - 4, ".crl", 0, 4)) {
            return Optional.of(new Document(RevocationListBytes.TYPE, RevocationListBytes.der()));
        }
        return Optional.ofNullable(published(fqdn, json).get(path));
    }

    private static Map<String, Document> published(String fqdn, boolean json) {
        Map<String, Document> published = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        SERVICES.forEach(path -> published.put(path, Document.of(HTML, page(path + " Service"))));
        DOCUMENTS.forEach((path, document) -> published.put(path, Document.of(XML, document.apply(fqdn))));
        published.put(WebPath.MEET, Document.of(HTML, page("Lync Web App")));
        published.put(WebPath.DIAL_IN, Document.of(HTML, page("Dial-in Conferencing Settings")));
        published.put(
                WebPath.UCWA,
                Document.of("application/json", "{\"_links\":{\"self\":{\"href\":\"" + WebPath.UCWA + "\"}}}"));
        if (json) {
            published.put(WebPath.AUTODISCOVER, Document.of("application/json", autodiscoverJson(fqdn)));
        }
        return published;
    }

    private static String page(String title) {
        return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body></body></html>";
    }

    private static String autodiscover(String fqdn) {
        return "<AutodiscoverResponse AccessLocation=\"Internal\"><Root><Link token=\"User\" href=\"https://" + fqdn
                + WebPath.AUTODISCOVER + "/user\"/></Root></AutodiscoverResponse>";
    }

    private static String autodiscoverJson(String fqdn) {
        return "{\"AccessLocation\":\"Internal\",\"Root\":{\"Links\":[{\"token\":\"User\",\"href\":\"https://" + fqdn
                + WebPath.AUTODISCOVER + "/user\"}]}}";
    }

    private static String discovery(String fqdn) {
        return "<wopi-discovery><net-zone name=\"internal-https\"><app name=\"PowerPoint\"><action name=\"view\""
                + " ext=\"pptx\" urlsrc=\"https://" + fqdn + "/p/PowerPointFrame.aspx?\"/></app></net-zone>"
                + "</wopi-discovery>";
    }
}
