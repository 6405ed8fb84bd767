package dev.sallyport.protocol.sip;

import java.util.List;

/** Header values that Lync Server 2013 and its clients send, word for word. */
final class Lync {

    /** The realm of every challenge. */
    static final String REALM = "SIP Communications Service";

    /** Methods that a caller allows within its call. */
    static final String ALLOW_IN_INVITE = "INVITE, BYE, ACK, CANCEL, INFO, UPDATE, REFER, NOTIFY, BENOTIFY, OPTIONS";

    /** Methods that a client's Contact offers when it registers. */
    static final String CONTACT_METHODS = "INVITE, MESSAGE, INFO, OPTIONS, BYE, CANCEL, NOTIFY, ACK, REFER, BENOTIFY";

    /** What a client supports when it registers, a header a line. */
    static final List<String> SUPPORTED_IN_REGISTER = List.of(
            "gruu-10, adhoclist, msrtc-event-categories",
            "ms-forking",
            "ms-cluster-failover",
            "ms-userservices-state-notification");

    /** What a client or server supports in a call, a header a token. */
    static final List<String> SUPPORTED_IN_INVITE = List.of(
            "ms-dialog-route-set-update",
            "timer",
            "histinfo",
            "ms-safe-transfer",
            "ms-sender",
            "ms-early-media",
            "100rel",
            "replaces",
            "ms-conf-invite");

    /** What a trunk supports in a call. */
    static final List<String> SUPPORTED_ON_TRUNK = List.of("replaces", "timer", "100rel");

    /** The forms of presence that a client reads. */
    static final String ACCEPT_PRESENCE = "application/msrtc-event-categories+xml, application/xpidf+xml, "
            + "text/xml+msrtc.pidf, application/pidf+xml, application/rlmi+xml, multipart/related";

    /** How a client asks for keep-alives ([MS-CONMGMT] §3.4.5). */
    static final String KEEP_ALIVE_ASKED = "UAC;hop-hop=yes";

    /** How a server grants them, for 300 s of silence. */
    static final String KEEP_ALIVE_GRANTED = "UAS; tcp=no; hop-hop=yes; end-end=no; timeout=300";

    /** Seconds for which a registration lasts. */
    static final String EXPIRES = "7200";

    private Lync() {}
}
