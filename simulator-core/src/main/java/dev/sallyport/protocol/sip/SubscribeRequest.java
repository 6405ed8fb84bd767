package dev.sallyport.protocol.sip;

/** A subscription to presence as Lync's clients batch it ([MS-PRES]): one list, of the one contact here. */
final class SubscribeRequest {

    private static final String CATEGORIES = "calendarData contactCard note services sharedLine state";

    private SubscribeRequest() {}

    static SipText of(Caller caller) {
        Identity identity = caller.identity();
        return presence(caller, "<" + identity.user() + ">")
                .with("Require", "adhoclist, categoryList")
                .with("Supported", supported(identity))
                .withBody("application/msrtc-adrl-categorylist+xml", batch(identity));
    }

    /** Begins a subscription to presence. */
    static Draft presence(Caller caller, String from) {
        Identity identity = caller.identity();
        return caller.request("SUBSCRIBE", from)
                .with("Contact", identity.agent().isClient() ? "<" + identity.gruu() + ">" : identity.contact())
                .with("Event", "presence")
                .with("Accept", Lync.ACCEPT_PRESENCE);
    }

    /**
     * Clients take BENOTIFY, servers are told by NOTIFY. Lync's {@code ms-piggyback-first-notify} stays out: what comes
     * with the grant would not show whether the far end's own requests pass.
     */
    private static String supported(Identity identity) {
        return identity.agent().isClient()
                ? "eventlist, ms-benotify, com.microsoft.autoextend"
                : "eventlist, com.microsoft.autoextend";
    }

    private static String batch(Identity identity) {
        StringBuilder categories = new StringBuilder();
        for (String name : CATEGORIES.split(" ")) {
            categories.append("<category name=\"").append(name).append("\"/>");
        }
        return "<batchSub xmlns=\"http://schemas.microsoft.com/2006/01/sip/batch-subscribe\" uri=\"" + identity.user()
                + "\" name=\"\"><action name=\"subscribe\" id=\"1\"><adhocList><resource uri=\"" + identity.peerUser()
                + "\"/></adhocList><categoryList xmlns=\"http://schemas.microsoft.com/2006/09/sip/categorylist\">"
                + categories + "</categoryList></action></batchSub>";
    }
}
