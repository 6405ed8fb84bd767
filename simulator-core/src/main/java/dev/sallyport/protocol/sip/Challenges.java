package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.util.List;

/** What a Lync registrar challenges with, in its order ([MS-SIPAE] §3.3.5.1), and how it confirms. */
final class Challenges {

    private Challenges() {}

    /** Returns the three values of WWW-Authenticate for a REGISTER without credentials. */
    static List<String> first(Setting setting) {
        String server = setting.self().fqdn();
        return List.of(
                "NTLM " + terms(server),
                "Kerberos " + terms("sip/" + server),
                "TLS-DSK " + terms(server) + ", sts-uri=\"https://" + server
                        + ":443/CertProv/CertProvisioningService.svc\"");
    }

    /** Returns the value that follows credentials with an empty token: the NTLM challenge itself. */
    static String second(Setting setting, Identifiers identifiers) {
        return "NTLM opaque=\"" + opaque(identifiers) + "\", gssapi-data=\"" + NtlmToken.challenge(identifiers.callId())
                + "\", " + terms(setting.self().fqdn());
    }

    /** Returns the value of Authentication-Info in the 200, its signature a placeholder. */
    static String confirmation(Setting setting, Identifiers identifiers) {
        Digest digest = Digest.of(identifiers.callId() + identifiers.sequence());
        return "NTLM qop=\"auth\", opaque=\"" + opaque(identifiers) + "\", srand=\""
                + digest.hex(4).toUpperCase(java.util.Locale.ROOT) + "\", snum=\"1\", rspauth=\"0100000000000000"
                + digest.hex(8) + "\", targetname=\"" + setting.self().fqdn() + "\", realm=\"" + Lync.REALM
                + "\", version=4";
    }

    private static String terms(String target) {
        return "realm=\"" + Lync.REALM + "\", targetname=\"" + target + "\", version=4";
    }

    private static String opaque(Identifiers identifiers) {
        return LocalTag.of(identifiers).substring(0, 8);
    }
}
