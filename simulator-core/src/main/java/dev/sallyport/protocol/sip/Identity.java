package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import java.util.Locale;
import java.util.Set;

/**
 * The URIs by which one end of a setting is known, and the other is called.
 *
 * <p>Clients and servers speak as users of their domain; a trunk speaks in numbers from the range for fiction.
 *
 * @param agent the kind of software this end is
 * @param epid the endpoint's id, 10 hexadecimal digits that stay the same for a host
 */
record Identity(Setting setting, UserAgent agent, String epid) {

    private static final Set<String> GATEWAYS = Set.of("pstn-gateway", "e911-gateway");
    private static final String NUMBER_HERE = "+12065550100";
    private static final String NUMBER_THERE = "+12065550199";

    /** Returns who this end of a setting is. */
    static Identity of(Setting setting) {
        return new Identity(
                setting,
                UserAgent.of(setting.self().role()),
                Digest.of(setting.self().fqdn()).hex(5));
    }

    /** Returns {@code TLS}, {@code TCP} or {@code UDP}, as in Via. */
    String transport() {
        return setting.security() == Security.NONE ? setting.transport().name() : Security.TLS.name();
    }

    /** Returns the URI parameter as each kind writes it: {@code transport=Tcp} on a trunk, {@code transport=tls}. */
    String transportParameter() {
        String lower = transport().toLowerCase(Locale.ROOT);
        boolean trunk = agent() == UserAgent.MEDIATION;
        return "transport=" + (trunk ? Character.toUpperCase(lower.charAt(0)) + lower.substring(1) : lower);
    }

    /** Returns this end as a user of its domain, {@code sip:client1@contoso.lab}. */
    String user() {
        return userOf(setting.self());
    }

    /** Returns where this end registers: its domain, without a user (RFC 3261 §10.2). */
    String registrar() {
        return "sip:"
                + (setting.self().domain().isEmpty()
                        ? bracketed(setting.peer().fqdn())
                        : setting.self().domain());
    }

    /** Returns the other end as a user of its domain. */
    String peerUser() {
        return userOf(setting.peer());
    }

    /** Tells whether the telephone network begins at one of the two ends: no Lync is spoken there but its trunk's SIP. */
    boolean isTrunk() {
        String here = setting.self().role();
        String there = setting.peer().role();
        return isGateway(here, there) || isGateway(there, here);
    }

    /** A branch appliance is a gateway to a Mediation Server, a Registrar to everyone else. */
    private static boolean isGateway(String role, String other) {
        return GATEWAYS.contains(role) || role.equals("branch-appliance") && other.equals("mediation");
    }

    /** Returns the far end's media relay authentication service, as in-band provisioning names it. */
    String peerRelayService() {
        return peerUser() + ";gruu;opaque=srvr:MRAS:"
                + Digest.of(setting.peer().fqdn()).base64Url(16) + "AA";
    }

    /** Returns who calls: a number on a trunk and from a Mediation Server, else a user. */
    String caller() {
        return isInNumbers() ? number(NUMBER_HERE, setting.self()) : user();
    }

    /** Returns who is called. */
    String callee() {
        return isInNumbers() ? number(NUMBER_THERE, setting.peer()) : peerUser();
    }

    private boolean isInNumbers() {
        return agent() == UserAgent.MEDIATION || isTrunk();
    }

    /** Returns this host itself, {@code sip:med1.contoso.lab:40000;transport=Tcp;ms-opaque=…}. */
    String host() {
        return "sip:" + setting.self().fqdn() + ":" + setting.local().getPort() + ";" + transportParameter()
                + ";ms-opaque=" + epid;
    }

    /** Returns the far host itself, {@code sip:gw1.contoso.lab:5068;transport=Tcp}. */
    String peerHost() {
        return "sip:" + bracketed(setting.peer().fqdn()) + ":"
                + setting.remote().getPort() + ";" + transportParameter();
    }

    /** Returns the Contact by which this end is reached in a dialog: its socket address. */
    String contact() {
        String address = "sip:" + SentBy.hostPort(setting.local()) + ";" + transportParameter();
        return agent() == UserAgent.MEDIATION
                ? "<sip:" + bracketed(setting.self().fqdn()) + ":"
                        + setting.local().getPort() + ";" + transportParameter() + ";maddr="
                        + SentBy.host(setting.local()) + ";ms-opaque=" + epid + ">"
                : "<" + address + ";ms-opaque=" + epid + ">";
    }

    /** Returns the GRUU of an endpoint ([MS-SIPRE]): 22 characters for the endpoint, then {@code AA}. */
    String gruu() {
        return user() + ";opaque=user:epid:" + Digest.of(setting.self().fqdn()).base64Url(16) + "AA;gruu";
    }

    /** Returns the endpoint's instance, a UUID that stays the same for a host. */
    String instance() {
        String hex = Digest.of(setting.self().fqdn()).hex(16);
        return "urn:uuid:" + hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private static String number(String number, Setting.Identified at) {
        return "sip:" + number + "@" + bracketed(at.fqdn()) + ";user=phone";
    }

    /** A host that the lab does not know has no domain, and an address for a name. */
    private static String userOf(Setting.Identified end) {
        if (end.domain().isEmpty()) {
            return "sip:" + bracketed(end.fqdn());
        }
        int dot = end.fqdn().indexOf('.');
        return "sip:" + (dot < 0 ? end.fqdn() : end.fqdn().substring(0, dot)) + "@" + end.domain();
    }

    private static String bracketed(String name) {
        return name.indexOf(':') < 0 ? name : "[" + name + "]";
    }
}
