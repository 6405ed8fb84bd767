package dev.sallyport.protocol.sip;

/** How software of a Lync 2013 deployment names itself; roles fall into three kinds, and an older client. */
enum UserAgent {
    /** Lync 2013 and what signs in like it. */
    CLIENT("UCCAPI/15.0.4569.1503 OC/15.0.4569.1503 (Microsoft Lync)"),
    /** The client of Office Communications Server 2007 R2. */
    LEGACY_CLIENT("UCCAPI/3.5.6907.0 OC/3.5.6907.0 (Microsoft Office Communicator 2007 R2)"),
    /** Mediation Server, and the gateway side of a trunk. */
    MEDIATION("RTCC/5.0.0.0 MediationServer"),
    /** Front End, Director, Edge and the services on them. */
    SERVER("RTC/5.0");

    private final String product;

    UserAgent(String product) {
        this.product = product;
    }

    /** Returns how a host of that role names itself; an unknown role is a server's. */
    static UserAgent of(String role) {
        return switch (role) {
            case "internal-client", "remote-client", "ip-phone" -> CLIENT;
            case "legacy-client", "live-messenger-client" -> LEGACY_CLIENT;
            case "mediation", "mediation-load-balancer", "pstn-gateway", "e911-gateway", "branch-appliance" ->
                MEDIATION;
            default -> SERVER;
        };
    }

    /** Returns the value of {@code User-Agent} or {@code Server}. */
    String product() {
        return product;
    }

    /** Returns the header that carries it in a response: clients say User-Agent there too. */
    String responseHeader() {
        return isClient() ? "User-Agent" : "Server";
    }

    /** Tells whether a person sits at it. */
    boolean isClient() {
        return this == CLIENT || this == LEGACY_CLIENT;
    }
}
