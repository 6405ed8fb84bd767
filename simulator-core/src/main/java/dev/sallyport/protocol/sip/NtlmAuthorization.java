package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.util.Locale;

/** The credentials of a client, as [MS-SIPAE] §2.2 writes them; the tokens in them prove nothing. */
final class NtlmAuthorization {

    private NtlmAuthorization() {}

    /** Returns the value of Authorization that follows a challenge. */
    static String answering(String challenge, Setting setting) {
        String server = parameter(challenge, "targetname");
        String opaque = parameter(challenge, "opaque");
        return "NTLM qop=\"auth\", "
                + (opaque.isEmpty() ? "" : "opaque=\"" + opaque + "\", ")
                + "realm=\"" + Lync.REALM + "\", targetname=\"" + server + "\", "
                + "crand=\"" + setting.nonce().substring(0, 8) + "\", cnum=\"1\", "
                + "response=\"" + Digest.of(setting.nonce()).hex(16) + "\", "
                + "gssapi-data=\"" + NtlmToken.authenticate() + "\", version=4";
    }

    /** Returns a parameter of a challenge or credentials, without its quotes; empty where it does not stand. */
    static String parameter(String value, String name) {
        String lower = value.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(name + "=\"");
        int start = at + name.length() + 2;
        int end = at < 0 ? -1 : value.indexOf('"', start);
        return end < 0 ? "" : value.substring(start, end);
    }
}
