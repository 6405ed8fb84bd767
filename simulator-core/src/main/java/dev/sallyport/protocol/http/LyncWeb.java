package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Octets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What Lync's web components and Office Web Apps publish, as far as a firewall is concerned: which path a client asks
 * of which role, and a small document to answer with.
 *
 * <p>Autodiscover as in [MS-OCDISCWS] §3.1.5, WOPI discovery as in [MS-WOPI] §3.1.5.1: the shape, with one entry.
 */
final class LyncWeb {

    static final String AUTODISCOVER = "/Autodiscover/AutodiscoverService.svc/root";
    static final String DISCOVERY = "/hosting/discovery";
    static final String HEALTH = "/GetHealth";
    static final String HOME = "/";

    private static final Set<String> WEB_COMPONENTS = Set.of(
            "front-end",
            "central-management",
            "director",
            "branch-appliance",
            "front-end-load-balancer",
            "director-load-balancer",
            "reverse-proxy");

    /**
     * A document and its type.
     *
     * @param type its Content-Type
     */
    record Document(String type, Octets body) {}

    private static final Map<String, UnaryOperator<String>> XML = Map.of(
            AUTODISCOVER,
            LyncWeb::autodiscover,
            DISCOVERY,
            LyncWeb::discovery,
            HEALTH,
            fqdn -> "<Health Status=\"OK\"/>",
            HOME,
            fqdn -> "<Server Fqdn=\"" + fqdn + "\"/>");

    private LyncWeb() {}

    /** Returns the path that a client asks of a role; the home page of one that publishes nothing known. */
    static String path(String role) {
        if (role.equals("office-web-apps")) {
            return DISCOVERY;
        }
        return WEB_COMPONENTS.contains(role) ? AUTODISCOVER : HOME;
    }

    /** Returns what stands at a path of the host; IIS does not tell paths apart by case. */
    static Optional<Document> at(String path, String fqdn, boolean json) {
        if (json && path.equalsIgnoreCase(AUTODISCOVER)) {
            return Optional.of(new Document("application/json", Octets.utf8(autodiscoverJson(fqdn))));
        }
        return XML.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(path))
                .map(entry -> new Document(
                        "text/xml; charset=utf-8", Octets.utf8(entry.getValue().apply(fqdn))))
                .findFirst();
    }

    private static String autodiscover(String fqdn) {
        return "<AutodiscoverResponse AccessLocation=\"Internal\"><Root><Link token=\"User\" href=\"https://" + fqdn
                + AUTODISCOVER + "/user\"/></Root></AutodiscoverResponse>";
    }

    private static String autodiscoverJson(String fqdn) {
        return "{\"AccessLocation\":\"Internal\",\"Root\":{\"Links\":[{\"token\":\"User\",\"href\":\"https://" + fqdn
                + AUTODISCOVER + "/user\"}]}}";
    }

    private static String discovery(String fqdn) {
        return "<wopi-discovery><net-zone name=\"internal-https\"><app name=\"PowerPoint\"><action name=\"view\""
                + " ext=\"pptx\" urlsrc=\"https://" + fqdn + "/p/PowerPointFrame.aspx?\"/></app></net-zone>"
                + "</wopi-discovery>";
    }
}
