package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import java.util.List;
import java.util.Set;

/** The paths of Lync's web components and Office Web Apps, and who asks which of whom. */
final class WebPath {

    static final String AUTODISCOVER = "/Autodiscover/AutodiscoverService.svc/root";
    static final String WEB_TICKET = "/WebTicket/WebTicketService.svc";
    static final String CERTIFICATES = "/CertProv/CertProvisioningService.svc";
    static final String GROUPS = "/groupexpansion/service.svc";
    static final String ADDRESS_BOOK = "/abs/handler";
    static final String MOBILITY = "/mcx/mcxservice.svc";
    static final String UCWA = "/ucwa/v1/applications";
    static final String MEET = "/meet/";
    static final String DIAL_IN = "/dialin/";
    static final String REPLICATION = "/ReplicationWebService";
    static final String DISCOVERY = "/hosting/discovery";
    static final String HEALTH = "/GetHealth";
    static final String HOME = "/";

    private static final int EXTERNAL_SITE = 4443;

    private static final List<String> BY_CLIENTS =
            List.of(AUTODISCOVER, WEB_TICKET, CERTIFICATES, GROUPS, ADDRESS_BOOK);
    private static final List<String> BY_PHONES = List.of(WEB_TICKET, CERTIFICATES);
    private static final List<String> BY_SERVERS = List.of(AUTODISCOVER, GROUPS, HEALTH);
    private static final List<String> FROM_OUTSIDE =
            List.of(AUTODISCOVER, WEB_TICKET, CERTIFICATES, GROUPS, ADDRESS_BOOK, MOBILITY, UCWA, MEET, DIAL_IN);

    private static final Set<String> CLIENTS = Set.of("internal-client", "remote-client");
    private static final Set<String> WEB_COMPONENTS = Set.of(
            "front-end",
            "central-management",
            "director",
            "branch-appliance",
            "front-end-load-balancer",
            "director-load-balancer",
            "reverse-proxy");

    private WebPath() {}

    /** Returns what this end asks of the far one, in order; the home page of one that publishes nothing known. */
    static List<String> asked(Setting setting) {
        String far = setting.peer().role();
        if (far.equals("office-web-apps")) {
            return List.of(DISCOVERY);
        }
        if (far.equals("edge")) {
            return List.of(REPLICATION);
        }
        return WEB_COMPONENTS.contains(far) ? ofWebComponents(setting) : List.of(HOME);
    }

    /** In clear, clients ask where to go on over TLS, and no more. */
    private static List<String> ofWebComponents(Setting setting) {
        String near = setting.self().role();
        if (setting.security() == Security.NONE) {
            return List.of(AUTODISCOVER);
        }
        if (setting.remote().getPort() == EXTERNAL_SITE
                || setting.peer().role().equals("reverse-proxy")
                || near.equals("reverse-proxy")) {
            return FROM_OUTSIDE;
        }
        if (near.equals("ip-phone")) {
            return BY_PHONES;
        }
        return CLIENTS.contains(near) ? BY_CLIENTS : BY_SERVERS;
    }
}
