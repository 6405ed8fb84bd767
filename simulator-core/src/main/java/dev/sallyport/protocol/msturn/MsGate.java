package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.Draw;
import dev.sallyport.protocol.turn.TurnError;
import java.util.Optional;

/** Who may use the relay ([MS-TURN] §3.1.12), for one client. */
final class MsGate {

    private static final ErrorCode WRONG = new ErrorCode(431, "Integrity Check Failure");

    private final String domain;
    private final MsNonce nonce;

    MsGate(Setting setting) {
        domain = setting.self().domain();
        nonce = new MsNonce(Octets.utf8(new Draw(Octets.utf8(setting.remote() + " at " + setting.local()))
                .bytes("server nonce of the dialect", 16)
                .hex()));
    }

    MsNonce nonce() {
        return nonce;
    }

    /** Returns why an Allocate request may not pass; empty where its credentials are right. */
    Optional<ErrorCode> refusal(MsTurnControl request) {
        if (request.first(Username.class).isEmpty()
                || request.first(MessageIntegrity.class).isEmpty()) {
            return Optional.of(TurnError.UNAUTHENTICATED);
        }
        if (!request.first(MsNonce.class).equals(Optional.of(nonce))) {
            return Optional.of(TurnError.STALE_NONCE);
        }
        return integrity(request);
    }

    /** Returns why a request may not pass that quotes no nonce. */
    Optional<ErrorCode> integrity(MsTurnControl request) {
        return request.hasIntegrityOf(key(request)) ? Optional.empty() : Optional.of(WRONG);
    }

    /** Returns the key of the user that a request names; the realm is always this relay's. */
    Octets key(MsTurnControl request) {
        return MrasCredentials.of(user(request), domain).key(Profile.SPEC.realm());
    }

    Octets user(MsTurnControl request) {
        return request.first(Username.class).map(Username::bytes).orElse(Octets.NONE);
    }
}
