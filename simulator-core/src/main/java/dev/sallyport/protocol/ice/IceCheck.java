package dev.sallyport.protocol.ice;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.stun.XorMappedAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connectivity check and its answers, with the attributes of MS-ICE2 in Lync's order (RFC 8445 §7). */
public final class IceCheck {

    /** A peer-reflexive candidate's, preferred above all of its type, for component 1 (RFC 8445 §5.1.2.1). */
    private static final int PEER_REFLEXIVE = 110 << 24 | 0xffff << 8 | 0xff;

    private static final Octets FOUNDATION = Octets.parse("31000000");
    private static final int VERSION = 2;
    private static final ErrorCode UNAUTHORIZED = new ErrorCode(401, "Unauthorized");

    private IceCheck() {}

    /** Returns the check of an attempt, its transaction id the nonce. */
    public static StunMessage first(IceCredentials credentials) {
        return request(credentials, credentials.nonce(), List.of());
    }

    /** Returns the check of component 2, the port of RTCP, a transaction of its own (RFC 8445 §5.1.1.1). */
    public static StunMessage ofReports(IceCredentials credentials) {
        Octets transaction = credentials.derived("sallyport ice component 2").slice(0, 12);
        return request(credentials, transaction, PEER_REFLEXIVE - 1, List.of());
    }

    /** Returns the check that nominates the pair (RFC 8445 §8.1.1), a transaction of its own. */
    public static StunMessage nominating(IceCredentials credentials) {
        Octets transaction = credentials.derived("sallyport ice nomination").slice(0, 12);
        return request(credentials, transaction, List.of(IceAttribute.USE_CANDIDATE.empty()));
    }

    private static StunMessage request(IceCredentials credentials, Octets transaction, List<StunAttribute> nominating) {
        return request(credentials, transaction, PEER_REFLEXIVE, nominating);
    }

    private static StunMessage request(
            IceCredentials credentials, Octets transaction, int priority, List<StunAttribute> nominating) {
        List<StunAttribute> attributes = new ArrayList<>();
        attributes.add(IceAttribute.PRIORITY.of(priority));
        attributes.addAll(nominating);
        attributes.add(IceAttribute.ICE_CONTROLLING.of(
                credentials.derived("sallyport ice tie-breaker").slice(0, 8)));
        attributes.add(credentials.username());
        attributes.add(IceAttribute.CANDIDATE_IDENTIFIER.of(FOUNDATION));
        attributes.add(IceAttribute.IMPLEMENTATION_VERSION.of(VERSION));
        return sealed(StunMessage.Kind.REQUEST, transaction, attributes, credentials);
    }

    /** Returns the answer to whoever sent the check from this address. */
    public static StunMessage success(StunMessage check, IceCredentials credentials, InetSocketAddress from) {
        return sealed(
                StunMessage.Kind.SUCCESS,
                check.transaction(),
                List.of(
                        new XorMappedAddress(from.getAddress(), from.getPort()),
                        credentials.username(),
                        IceAttribute.IMPLEMENTATION_VERSION.of(VERSION)),
                credentials);
    }

    /** Returns the answer to a check whose credentials are none that this end gave (RFC 8489 §9.1.3). */
    public static StunMessage refusal(StunMessage check) {
        return StunMessage.of(StunMessage.Kind.ERROR, StunMessage.BINDING, check.transaction(), List.of(UNAUTHORIZED))
                .withFingerprint();
    }

    /** Tells whether a message is a check, whoever's: a Binding request with a USERNAME. */
    public static boolean isCheck(StunMessage message) {
        return message.kind() == StunMessage.Kind.REQUEST
                && message.method() == StunMessage.BINDING
                && message.first(Username.class).isPresent();
    }

    /** Returns what a check proves to know; nothing of what is no check of an attempt. */
    public static Optional<IceCredentials> proven(StunMessage message) {
        return Optional.of(message)
                .filter(IceCheck::isCheck)
                .flatMap(IceCredentials::of)
                .filter(credentials -> LyncIntegrity.isOf(message, credentials.password()));
    }

    /** Returns what a message is to the initiator that awaits the answer to its check. */
    public static Match answers(StunMessage message, StunMessage check, IceCredentials credentials) {
        if (!message.transaction().equals(check.transaction())) {
            return Match.awaiting(); // RFC 8489 §6.3.3: another transaction's is discarded.
        }
        if (message.kind() == StunMessage.Kind.REQUEST) {
            return Match.unexpected("this end's own check, reflected,");
        }
        if (message.kind() != StunMessage.Kind.SUCCESS || message.method() != StunMessage.BINDING) {
            return Match.unexpected(described(message));
        }
        if (!LyncIntegrity.isOf(message, credentials.password())) {
            return Match.unexpected("a success whose MESSAGE-INTEGRITY is not that of the password");
        }
        return message.first(XorMappedAddress.class).isPresent()
                ? Match.expected()
                : Match.unexpected("a success without XOR-MAPPED-ADDRESS");
    }

    private static String described(StunMessage message) {
        return message.first(ErrorCode.class)
                .map(error -> error.code() + " " + error.reason())
                .orElse(message.kind() + " of method " + message.method());
    }

    private static StunMessage sealed(
            StunMessage.Kind kind, Octets transaction, List<StunAttribute> attributes, IceCredentials credentials) {
        return LyncIntegrity.sealed(
                StunMessage.of(kind, StunMessage.BINDING, transaction, attributes), credentials.password());
    }
}
