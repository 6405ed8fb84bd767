package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.util.List;

/** A Lync registrar's answers to REGISTER ([MS-SIPREGE], [MS-SIPAE]); any credentials are good. */
final class RegisterAnswer {

    private static final String ALLOW_EVENTS =
            "vnd-microsoft-provisioning,vnd-microsoft-roaming-contacts,vnd-microsoft-roaming-ACL,presence,"
                    + "presence.wpending,vnd-microsoft-roaming-self,vnd-microsoft-provisioning-v2";

    private RegisterAnswer() {}

    /** Returns 401 where credentials are missing or but begun, else 200. */
    static SipText to(SipRequest request, Answer answer) {
        String authorization = request.headers().value("Authorization");
        if (authorization.isEmpty()) {
            return challenge(request, answer, Challenges.first(answer.setting()));
        }
        if (authorization.contains("gssapi-data=\"\"")) {
            return challenge(request, answer, List.of(Challenges.second(answer.setting(), request.identifiers())));
        }
        return registered(request, answer);
    }

    private static SipText challenge(SipRequest request, Answer answer, List<String> challenges) {
        return answer.to(request, 401, "Unauthorized")
                .withEach("WWW-Authenticate", challenges)
                .withoutBody();
    }

    private static SipText registered(SipRequest request, Answer answer) {
        Setting setting = answer.setting();
        String expires = expires(request);
        Draft draft = answer.to(request, 200, "OK")
                .with("Authentication-Info", Challenges.confirmation(setting, request.identifiers()))
                .with("ms-keep-alive", Lync.KEEP_ALIVE_GRANTED);
        for (String contact : request.headers().values("Contact")) {
            if (!contact.equals("*") && !expires.equals("0")) {
                draft.with("Contact", bound(contact, expires));
            }
        }
        return draft.with("Expires", expires)
                .with("presence-state", "register-action=\"added\"")
                .with("Allow-Events", ALLOW_EVENTS)
                .with("Supported", "adhoclist")
                .with("Supported", "msrtc-event-categories")
                .withoutBody();
    }

    /** The binding as it was asked for, with its life (RFC 3261 §10.3 step 8). */
    private static String bound(String contact, String expires) {
        return contact.contains(";expires=") ? contact : contact + ";expires=" + expires;
    }

    private static String expires(SipRequest request) {
        String asked = request.headers().value("Expires");
        return asked.isEmpty() ? Lync.EXPIRES : asked;
    }
}
