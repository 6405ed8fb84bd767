package dev.sallyport.protocol.sip;

/** The OPTIONS by which a Mediation Server probes its gateway every minute, and any SIP host another (RFC 3261 §11.1). */
final class OptionsRequest {

    private OptionsRequest() {}

    static SipText of(Caller caller) {
        Identity identity = caller.identity();
        String from = identity.agent().isClient() ? identity.user() : identity.host();
        return caller.request("OPTIONS", "<" + from + ">")
                .with("Contact", identity.contact())
                .with("Accept", "application/sdp")
                .withoutBody();
    }
}
