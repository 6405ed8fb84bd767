package dev.sallyport.protocol.sip;

/** An INVITE with an offer: a call over a trunk in numbers, any other between users (RFC 3261 §13.2.1). */
final class InviteRequest {

    private InviteRequest() {}

    /** Returns the INVITE that the two ends' roles would see. */
    static SipText of(Caller caller) {
        return caller.identity().isTrunk() ? overTrunk(caller) : betweenUsers(caller);
    }

    /** Returns a trunk's INVITE: one plain description. */
    static SipText overTrunk(Caller caller) {
        return begun(caller)
                .withEach("Supported", Lync.SUPPORTED_ON_TRUNK)
                .with("Allow", Lync.ALLOW_IN_INVITE)
                .with("Session-Expires", "1800")
                .with("Min-SE", "90")
                .withBody("application/sdp", SdpOffer.overTrunk(caller.setting().local(), seed(caller)));
    }

    /** Returns Lync's own INVITE: the same offer twice, for two forms of ICE, in more than 6 KB. */
    private static SipText betweenUsers(Caller caller) {
        MultipartOffer offer = MultipartOffer.of(caller.setting(), seed(caller));
        return begun(caller)
                .withEach("Supported", Lync.SUPPORTED_IN_INVITE)
                .with("Ms-Conversation-ID", Digest.of(seed(caller)).base64(24))
                .with("ms-keep-alive", Lync.KEEP_ALIVE_ASKED)
                .with("ms-endpoint-location-data", "NetworkScope;ms-media-location-type=Intranet")
                .with("Accept-Language", "en-US")
                .with("Allow", Lync.ALLOW_IN_INVITE)
                .withBody(offer.type(), offer.body());
    }

    private static Draft begun(Caller caller) {
        Identity identity = caller.identity();
        return caller.request("INVITE", "<" + identity.caller() + ">").with("Contact", contact(identity));
    }

    /** A client is reached by its GRUU, others by their address. */
    private static String contact(Identity identity) {
        return identity.agent().isClient() ? "<" + identity.gruu() + ">" : identity.contact();
    }

    private static String seed(Caller caller) {
        return caller.setting().nonce();
    }
}
