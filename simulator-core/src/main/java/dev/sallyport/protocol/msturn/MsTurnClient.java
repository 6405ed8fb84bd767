package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MappedAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.Data;
import dev.sallyport.protocol.turn.Draw;
import dev.sallyport.protocol.turn.Lifetime;
import dev.sallyport.protocol.turn.Media;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a Lync client remembers from one message to the next: credentials, transaction, addresses, sequence. */
final class MsTurnClient {

    static final Bandwidth BANDWIDTH = new Bandwidth(750);

    private final String nonce;
    private final Profile profile;
    private final MrasCredentials credentials;
    private int requests;
    private Octets transaction;
    private MsRealm realm = new MsRealm(Octets.NONE);
    private MsNonce serverNonce = new MsNonce(Octets.NONE);
    private Octets key = Octets.NONE;
    private SequenceNumber sequence;
    private InetSocketAddress relayed;
    private InetSocketAddress mapped;
    private InetSocketAddress peer;

    MsTurnClient(Setting setting, Profile profile) {
        this.nonce = setting.nonce();
        this.profile = profile;
        this.credentials = MrasCredentials.issue(nonce, setting.peer().domain());
        this.transaction = profile.transaction(Octets.parse(nonce));
    }

    /** The random has the nonce where a time would be followed by random bytes. */
    MsTurnMessage hello() {
        Draw draw = new Draw(Octets.parse(nonce));
        String random =
                draw.bytes("time", 4).hex() + nonce + draw.bytes("random", 16).hex();
        return new PseudoHello(PseudoHello.Side.CLIENT, Octets.parse(random), Octets.NONE);
    }

    Match isHello(MsTurnMessage message) {
        boolean answered = message instanceof PseudoHello hello && hello.side() == PseudoHello.Side.SERVER;
        return answered ? Match.expected() : Match.unexpected("no ServerHello");
    }

    MsTurnMessage firstAllocate() {
        return MsTurnControl.of(
                MsTurnType.ALLOCATE_REQUEST,
                transaction,
                List.of(MsTurnAnswerer.VERSION, ServiceQuality.AUDIO, BANDWIDTH));
    }

    Match isChallenge(MsTurnMessage message) {
        Optional<MsTurnControl> answer = answer(message);
        if (answer.isEmpty()) {
            return Match.awaiting();
        }
        MsTurnControl challenge = answer.get();
        Optional<MsRealm> where = challenge.first(MsRealm.class);
        Optional<MsNonce> quote = challenge.first(MsNonce.class);
        boolean refused = challenge.type() == MsTurnType.ALLOCATE_ERROR
                && challenge.first(ErrorCode.class).map(ErrorCode::code).orElse(0) == 401;
        if (!refused || where.isEmpty() || quote.isEmpty()) {
            return Match.unexpected(challenge.named() + (refused ? ", without Realm or Nonce," : ""));
        }
        realm = where.get();
        serverNonce = quote.get();
        key = credentials.key(realm);
        return Match.expected();
    }

    MsTurnMessage allocate() {
        return authenticated(MsTurnAnswerer.VERSION, ServiceQuality.AUDIO, BANDWIDTH);
    }

    MsTurnMessage release() {
        return authenticated(MsTurnAnswerer.VERSION, new Lifetime(0));
    }

    private MsTurnMessage authenticated(StunAttribute... attributes) {
        List<StunAttribute> all = new ArrayList<>(List.of(attributes));
        all.addAll(List.of(new Username(credentials.username()), serverNonce, realm));
        return request(MsTurnType.ALLOCATE_REQUEST, all);
    }

    Match isAllocated(MsTurnMessage message) {
        Match success = isResponse(message, MsTurnType.ALLOCATE_RESPONSE);
        if (!(success instanceof Match.Expected)) {
            return success;
        }
        MsTurnControl answer = (MsTurnControl) message;
        Optional<MappedAddress> relay = answer.first(MappedAddress.class);
        Optional<ReflexiveAddress> reflexive = answer.first(ReflexiveAddress.class);
        Optional<SequenceNumber> number = answer.first(SequenceNumber.class);
        if (relay.isEmpty() || reflexive.isEmpty() || number.isEmpty()) {
            return Match.unexpected(
                    "an Allocate response without Mapped Address, XOR Mapped Address or MS-Sequence Number");
        }
        relayed = new InetSocketAddress(relay.get().address(), relay.get().port());
        mapped = reflexive.get().socket();
        sequence = sequence == null ? number.get() : sequence;
        return Match.expected();
    }

    Match isReleased(MsTurnMessage message) {
        return isResponse(message, MsTurnType.ALLOCATE_RESPONSE);
    }

    /** Towards the peer's address as the server sees it, whose port a NAT may change: permissions do not ask for it. */
    MsTurnMessage opening(DatagramPort port) {
        return send(new InetSocketAddress(mapped.getAddress(), port.local().getPort()), Media.OPENING);
    }

    MsTurnMessage send(Media media) {
        return send(peer, media);
    }

    private MsTurnMessage send(InetSocketAddress to, Media media) {
        return sequenced(MsTurnType.SEND_REQUEST, new DestinationAddress(to), new Data(media.of(nonce)));
    }

    MsTurnMessage activate() {
        return sequenced(MsTurnType.ACTIVATE_REQUEST, new DestinationAddress(peer));
    }

    Match isActivated(MsTurnMessage message) {
        return isResponse(message, MsTurnType.ACTIVATE_RESPONSE);
    }

    MsTurnMessage endToEnd(Media media) {
        return new MsTurnMessage.EndToEnd(media.of(nonce));
    }

    Datagram toRelay(Media media) {
        return new Datagram(relayed, media.of(nonce));
    }

    /** Tells the address that the server saw the peer at, for what follows. */
    Match isData(MsTurnMessage message, Media media) {
        if (!(message instanceof MsTurnControl control) || control.type() != MsTurnType.DATA_INDICATION) {
            return Match.awaiting();
        }
        Optional<RemoteAddress> from = control.first(RemoteAddress.class);
        Optional<Data> data = control.first(Data.class);
        if (from.isEmpty() || data.isEmpty() || !data.get().bytes().equals(media.of(nonce))) {
            return Match.unexpected("a Data Indication with other data than the peer sent");
        }
        peer = from.get().socket();
        return Match.expected();
    }

    Match isEndToEnd(MsTurnMessage message, Media media) {
        if (!(message instanceof MsTurnMessage.EndToEnd data)) {
            return Match.awaiting();
        }
        return data.data().equals(media.of(nonce))
                ? Match.expected()
                : Match.unexpected("end-to-end data other than the peer sent");
    }

    /** What came to the peer; what opened the permission may still come there too. */
    Match isAtPeer(MsTurnMessage message, Media media) {
        if (!(message instanceof MsTurnMessage.Aside aside)
                || aside.datagram().bytes().equals(Media.OPENING.of(nonce))) {
            return Match.awaiting();
        }
        return aside.datagram().bytes().equals(media.of(nonce))
                ? Match.expected()
                : Match.unexpected("a datagram with other data than the client sent");
    }

    private Match isResponse(MsTurnMessage message, MsTurnType type) {
        Optional<MsTurnControl> answer = answer(message);
        if (answer.isEmpty()) {
            return Match.awaiting();
        }
        if (answer.get().type() != type) {
            return Match.unexpected(answer.get().named());
        }
        return answer.get().hasIntegrityOf(key)
                ? Match.expected()
                : Match.unexpected("a response whose Message Integrity is not right");
    }

    /** The answer to the transaction that runs; another's is overlooked. */
    private Optional<MsTurnControl> answer(MsTurnMessage message) {
        return message instanceof MsTurnControl control
                        && control.transaction().equals(transaction)
                        && control.type() != MsTurnType.DATA_INDICATION
                ? Optional.of(control)
                : Optional.empty();
    }

    private MsTurnMessage sequenced(MsTurnType type, StunAttribute... attributes) {
        sequence = sequence.next();
        List<StunAttribute> all =
                new ArrayList<>(List.of(new Username(credentials.username()), MsTurnAnswerer.VERSION, sequence));
        all.addAll(List.of(attributes));
        return request(type, all);
    }

    private MsTurnMessage request(MsTurnType type, List<StunAttribute> attributes) {
        requests++;
        transaction = profile.transaction(new Draw(Octets.parse(nonce)).bytes("request " + requests, 12));
        return MsTurnControl.of(type, transaction, attributes).withIntegrity(key);
    }
}
