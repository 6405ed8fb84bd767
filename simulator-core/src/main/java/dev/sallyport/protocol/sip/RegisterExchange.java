package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;
import java.util.Optional;

/** {@code sip/register}: a client signs in; challenge, credentials, registered (RFC 3261 §10, [MS-SIPAE]). */
final class RegisterExchange {

    private final Caller caller;
    private String challenge = "";

    private RegisterExchange(Setting setting) {
        Identity identity = Identity.of(setting);
        this.caller = new Caller(setting, identity.registrar(), identity.user());
    }

    static List<Step<SipMessage>> ladder(Setting setting) {
        return new RegisterExchange(setting).steps();
    }

    private List<Step<SipMessage>> steps() {
        return List.of(
                caller.send("REGISTER", () -> RegisterRequest.of(caller, Optional.empty())),
                caller.expect(401, "REGISTER", this::challenged),
                caller.send("REGISTER", () -> RegisterRequest.of(caller, Optional.of(credentials()))),
                caller.expect(200, "REGISTER"));
    }

    private Match challenged(SipResponse response) {
        Optional<String> found = response.headers().values("WWW-Authenticate").stream()
                .filter(value -> value.regionMatches(true, 0, "NTLM ", 0, 5))
                .findFirst();
        found.ifPresent(value -> challenge = value);
        return found.isPresent()
                ? Match.expected()
                : Match.unexpected(response.status() + " without an NTLM challenge");
    }

    private String credentials() {
        return NtlmAuthorization.answering(challenge, caller.setting());
    }
}
