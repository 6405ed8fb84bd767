package dev.sallyport.protocol.sip;

import java.util.Locale;

/**
 * A subscription of a user behind an Edge Server to one of another domain, with what the Edge adds: its route, and whom
 * it vouches for ([MS-SIPRE]; the header values as seen, not as specified).
 */
final class FederatedRequest {

    private FederatedRequest() {}

    /** Says nothing of BENOTIFY: partners of any make answer, and the 200 to their NOTIFY must pass as well. */
    static SipText of(Caller caller) {
        Identity identity = caller.identity();
        String edge = caller.setting().self().fqdn();
        return SubscribeRequest.presence(caller, "<" + identity.user() + ">")
                .with("Record-Route", route(caller, edge))
                .with("Supported", "eventlist")
                .with("ms-asserted-verification-level", "ms-source-verified-user=verified")
                .with(
                        "ms-edge-proxy-message-trust",
                        "ms-source-type=AutoFederation;ms-ep-fqdn=" + edge
                                + ";ms-source-verified-user=verified;ms-source-network=federation")
                .with("ms-split-domain-info", "ms-traffic-type=SplitIntra")
                .withoutBody();
    }

    private static String route(Caller caller, String edge) {
        Digest digest = Digest.of(caller.setting().nonce());
        return "<sip:" + edge + ":5061;transport="
                + caller.identity().transport().toLowerCase(Locale.ROOT)
                + ";opaque=state:T:F:Ci.R" + digest.hex(3) + ";lr;ms-route-sig=" + digest.base64Url(32) + ">;tag="
                + digest.hex(16).toUpperCase(Locale.ROOT);
    }
}
