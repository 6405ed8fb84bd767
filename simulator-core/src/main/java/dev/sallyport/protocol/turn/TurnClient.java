package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.Nonce;
import dev.sallyport.protocol.stun.Realm;
import dev.sallyport.protocol.stun.Software;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.stun.XorMappedAddress;
import dev.sallyport.protocol.turn.TurnMessage.ChannelData;
import dev.sallyport.protocol.turn.TurnMessage.Control;
import dev.sallyport.protocol.turn.TurnMessage.FromAside;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a TURN client remembers from one message to the next: credentials, transaction, addresses. */
final class TurnClient {

    private static final Software CLIENT = Software.of("Sallyport, which proves firewalls of Lync Server");
    private static final int CHANNEL = ChannelNumber.FIRST;

    private final String nonce;
    private int requests;
    private Octets transaction;
    private Realm realm = Realm.of("");
    private Nonce serverNonce = Nonce.of("");
    private Octets key = Octets.NONE;
    private InetSocketAddress relayed;
    private InetSocketAddress mapped;
    private InetSocketAddress peer;

    TurnClient(Setting setting) {
        nonce = setting.nonce();
        transaction = Octets.parse(nonce);
    }

    TurnMessage firstAllocate() {
        return new Control(StunMessage.of(
                        StunMessage.Kind.REQUEST,
                        TurnMethod.ALLOCATE,
                        transaction,
                        List.of(new RequestedTransport(RequestedTransport.UDP), CLIENT))
                .withFingerprint());
    }

    /** Asks without credentials, as a STUN client does. */
    TurnMessage binding() {
        return new Control(StunMessage.of(StunMessage.Kind.REQUEST, StunMessage.BINDING, transaction, List.of(CLIENT))
                .withFingerprint());
    }

    Match isBound(TurnMessage message) {
        return answer(message)
                .map(answer ->
                        answer.kind() == StunMessage.Kind.SUCCESS ? Match.expected() : Match.unexpected(answer.named()))
                .orElseGet(Match::awaiting);
    }

    Match isChallenge(TurnMessage message) {
        Optional<StunMessage> answer = answer(message);
        if (answer.isEmpty()) {
            return Match.awaiting();
        }
        StunMessage challenge = answer.get();
        Optional<Realm> where = challenge.first(Realm.class);
        Optional<Nonce> quote = challenge.first(Nonce.class);
        boolean refused = challenge.kind() == StunMessage.Kind.ERROR
                && challenge.first(ErrorCode.class).map(ErrorCode::code).orElse(0) == 401;
        if (!refused || where.isEmpty() || quote.isEmpty()) {
            return Match.unexpected(challenge.named() + (refused ? ", without REALM or NONCE," : ""));
        }
        realm = where.get();
        serverNonce = quote.get();
        String user = LabCredentials.user(nonce);
        key = MessageIntegrity.longTermKey(user, realm.text(), LabCredentials.password(user, realm.text()));
        return Match.expected();
    }

    TurnMessage allocate() {
        return request(TurnMethod.ALLOCATE, new RequestedTransport(RequestedTransport.UDP));
    }

    Match isAllocated(TurnMessage message) {
        Match success = isSuccess(message);
        if (!(success instanceof Match.Expected)) {
            return success;
        }
        StunMessage answer = ((Control) message).message();
        Optional<XorRelayedAddress> relay = answer.first(XorRelayedAddress.class);
        Optional<XorMappedAddress> reflexive = answer.first(XorMappedAddress.class);
        if (relay.isEmpty() || reflexive.isEmpty()) {
            return Match.unexpected("a success without XOR-RELAYED-ADDRESS or XOR-MAPPED-ADDRESS");
        }
        relayed = relay.get().socket();
        mapped =
                new InetSocketAddress(reflexive.get().address(), reflexive.get().port());
        return Match.expected();
    }

    /** The peer's address as the server sees it, whose port a NAT may have changed: permissions do not ask for it. */
    TurnMessage permission(DatagramPort port) {
        return request(
                TurnMethod.CREATE_PERMISSION,
                new XorPeerAddress(
                        new InetSocketAddress(mapped.getAddress(), port.local().getPort())));
    }

    TurnMessage channel() {
        return request(TurnMethod.CHANNEL_BIND, new ChannelNumber(CHANNEL), new XorPeerAddress(peer));
    }

    TurnMessage release() {
        return request(TurnMethod.REFRESH, new Lifetime(0));
    }

    /** A success of the transaction that runs, with the right MESSAGE-INTEGRITY. */
    Match isSuccess(TurnMessage message) {
        Optional<StunMessage> answer = answer(message);
        if (answer.isEmpty()) {
            return Match.awaiting();
        }
        if (answer.get().kind() != StunMessage.Kind.SUCCESS) {
            return Match.unexpected(answer.get().named());
        }
        return answer.get().hasIntegrityOf(key)
                ? Match.expected()
                : Match.unexpected("a success whose MESSAGE-INTEGRITY is not right");
    }

    /** What the peer sends to the relayed address. */
    Datagram toRelay(Media media) {
        return new Datagram(relayed, media.of(nonce));
    }

    /** Tells the address that the server saw the peer at, for what follows. */
    Match isData(TurnMessage message, Media media) {
        if (!(message instanceof Control control)
                || control.message().kind() != StunMessage.Kind.INDICATION
                || control.message().method() != TurnMethod.DATA) {
            return Match.awaiting();
        }
        Optional<XorPeerAddress> from = control.message().first(XorPeerAddress.class);
        Optional<Data> data = control.message().first(Data.class);
        if (from.isEmpty() || data.isEmpty() || !data.get().bytes().equals(media.of(nonce))) {
            return Match.unexpected("a Data indication with other data than the peer sent");
        }
        peer = from.get().socket();
        return Match.expected();
    }

    TurnMessage send(Media media) {
        return new Control(StunMessage.of(
                StunMessage.Kind.INDICATION,
                TurnMethod.SEND,
                new Draw(Octets.parse(nonce)).bytes("Send indication", 12),
                List.of(new XorPeerAddress(peer), new Data(media.of(nonce)))));
    }

    TurnMessage sendOverChannel(Media media) {
        return new ChannelData(CHANNEL, media.of(nonce));
    }

    Match isChannelData(TurnMessage message, Media media) {
        if (!(message instanceof ChannelData channel)) {
            return Match.awaiting();
        }
        return channel.equals(new ChannelData(CHANNEL, media.of(nonce)))
                ? Match.expected()
                : Match.unexpected("ChannelData with other data than the peer sent");
    }

    /** What came to the peer. */
    Match isAtPeer(TurnMessage message, Media media) {
        if (!(message instanceof FromAside aside)) {
            return Match.awaiting();
        }
        return aside.datagram().bytes().equals(media.of(nonce))
                ? Match.expected()
                : Match.unexpected("a datagram with other data than the client sent");
    }

    /** The answer to the transaction that runs; another's is overlooked (RFC 8489 §6.3.3). */
    private Optional<StunMessage> answer(TurnMessage message) {
        return message instanceof Control control
                        && control.message().transaction().equals(transaction)
                        && control.message().kind() != StunMessage.Kind.INDICATION
                ? Optional.of(control.message())
                : Optional.empty();
    }

    private TurnMessage request(int method, StunAttribute... attributes) {
        requests++;
        transaction = new Draw(Octets.parse(nonce)).bytes("request " + requests, 12);
        List<StunAttribute> all = new ArrayList<>(List.of(attributes));
        all.add(CLIENT);
        all.addAll(List.of(Username.of(LabCredentials.user(nonce)), realm, serverNonce));
        return new Control(StunMessage.of(StunMessage.Kind.REQUEST, method, transaction, all)
                .withIntegrity(key)
                .withFingerprint());
    }
}
