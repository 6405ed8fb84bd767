package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.Nonce;
import dev.sallyport.protocol.stun.Realm;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The long-term credential mechanism at a server, for one client (RFC 8489 §9.2.4). */
final class Gate {

    /** Made of where the client comes from: another client's is stale here, as it must be. */
    private final Nonce nonce;

    private final Realm realm;

    Gate(Setting setting) {
        realm = Realm.of(setting.self().domain());
        nonce = Nonce.of(new Draw(Octets.utf8(setting.remote() + " at " + setting.local()))
                .bytes("server nonce", 16)
                .hex());
    }

    /** Returns why a request may not pass; empty where its credentials are right. */
    Optional<ErrorCode> refusal(StunMessage request) {
        if (request.first(MessageIntegrity.class).isEmpty()) {
            return Optional.of(TurnError.UNAUTHENTICATED);
        }
        Optional<Nonce> quoted = request.first(Nonce.class);
        if (request.first(Username.class).isEmpty()
                || request.first(Realm.class).isEmpty()
                || quoted.isEmpty()) {
            return Optional.of(ErrorCode.BAD_REQUEST);
        }
        if (!quoted.get().equals(nonce)) {
            return Optional.of(TurnError.STALE_NONCE);
        }
        return request.hasIntegrityOf(key(request)) ? Optional.empty() : Optional.of(TurnError.UNAUTHENTICATED);
    }

    /** Returns the key of the user that a request names. */
    Octets key(StunMessage request) {
        String user = user(request);
        return MessageIntegrity.longTermKey(user, realm.text(), LabCredentials.password(user, realm.text()));
    }

    String user(StunMessage request) {
        return request.first(Username.class).map(Username::text).orElse("");
    }

    /** Returns what stands in a refusal: the code, and what the client needs to try again. */
    List<StunAttribute> words(ErrorCode refusal) {
        List<StunAttribute> words = new ArrayList<>(List.of(refusal));
        if (!refusal.equals(ErrorCode.BAD_REQUEST)) {
            words.addAll(List.of(realm, nonce));
        }
        return words;
    }
}
