package dev.sallyport.protocol.sip;

import java.util.Optional;

/** A Lync client's REGISTER ([MS-SIPREGE]): first without credentials, then with them. */
final class RegisterRequest {

    private RegisterRequest() {}

    static SipText of(Caller caller, Optional<String> authorization) {
        Identity identity = caller.identity();
        Draft draft = caller.request("REGISTER", "<" + identity.user() + ">")
                .with(
                        "Contact",
                        identity.contact() + ";methods=\"" + Lync.CONTACT_METHODS + "\";proxy=replace;+sip.instance=\"<"
                                + identity.instance() + ">\"")
                .withEach("Supported", Lync.SUPPORTED_IN_REGISTER)
                .with("Event", "registration")
                .with("Allow-Events", "presence")
                .with("ms-keep-alive", Lync.KEEP_ALIVE_ASKED)
                .with("ms-subnet", subnet(SentBy.ip(caller.setting().local())));
        authorization.ifPresent(credentials -> draft.with("Authorization", credentials));
        return draft.withoutBody();
    }

    /** Returns {@code 10.1.0.0} for {@code 10.1.0.10}; an IPv6 address as it is. */
    private static String subnet(String ip) {
        int last = ip.lastIndexOf('.');
        return last < 0 ? ip : ip.substring(0, last) + ".0";
    }
}
