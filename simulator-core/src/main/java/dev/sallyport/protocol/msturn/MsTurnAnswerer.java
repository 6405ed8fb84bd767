package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MappedAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.Allocation;
import dev.sallyport.protocol.turn.Data;
import dev.sallyport.protocol.turn.Draw;
import dev.sallyport.protocol.turn.Lifetime;
import dev.sallyport.protocol.turn.TurnError;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The A/V Edge's relay towards one client: its requests, its allocation, what is relayed for it ([MS-TURN] §3.2). */
final class MsTurnAnswerer implements Answerer<MsTurnMessage> {

    static final MsVersion VERSION = new MsVersion(2);
    private static final ErrorCode SERVER_ERROR = new ErrorCode(500, "Server Error");

    /** What the client holds, and who its active destination is. */
    private static final class Held {
        private final Allocation allocation;
        private final Octets user;
        private final SequenceNumber sequence;
        private final Profile profile;
        private Optional<InetSocketAddress> active = Optional.empty();

        Held(Allocation allocation, Octets user, SequenceNumber sequence, Profile profile) {
            this.allocation = allocation;
            this.user = user;
            this.sequence = sequence;
            this.profile = profile;
        }
    }

    private final InetSocketAddress remote;
    private final MsGate gate;
    private Optional<Held> held = Optional.empty();
    private boolean opening;
    private boolean begun;

    MsTurnAnswerer(Setting setting) {
        remote = setting.remote();
        gate = new MsGate(setting);
    }

    @Override
    public List<Step<MsTurnMessage>> on(MsTurnMessage message) {
        held = held.filter(it -> it.allocation.stands());
        boolean first = !begun;
        begun = true;
        if (message instanceof PseudoHello hello) {
            return first && hello.side() == PseudoHello.Side.CLIENT ? hello(hello) : List.of(Step.close());
        }
        if (message instanceof MsTurnMessage.EndToEnd data) {
            return held.map(it -> toActive(it, data)).orElse(List.of());
        }
        if (message instanceof MsTurnMessage.Aside aside) {
            return held.map(it -> fromPeer(it, aside.datagram())).orElse(List.of());
        }
        return on((MsTurnControl) message);
    }

    private static List<Step<MsTurnMessage>> hello(PseudoHello client) {
        Draw draw = new Draw(client.random());
        PseudoHello answer =
                new PseudoHello(PseudoHello.Side.SERVER, draw.bytes("server random", 32), draw.bytes("session", 32));
        return List.of(Step.send("ServerHello", () -> answer));
    }

    private List<Step<MsTurnMessage>> on(MsTurnControl message) {
        return switch (message.type()) {
            case ALLOCATE_REQUEST ->
                gate.refusal(message).map(why -> challenge(message, why)).orElseGet(() -> allocate(message));
            case SEND_REQUEST -> ours(message).map(it -> send(it, message)).orElse(List.of());
            case ACTIVATE_REQUEST -> activate(message);
            default -> List.of();
        };
    }

    private List<Step<MsTurnMessage>> challenge(MsTurnControl request, ErrorCode why) {
        Profile profile = Profile.of(request.transaction());
        return refuse(request, List.of(profile.fitting(why), gate.nonce(), profile.realm()));
    }

    private List<Step<MsTurnMessage>> allocate(MsTurnControl request) {
        if (opening) {
            return List.of(); // The same request again, while its port is being opened.
        }
        if (held.isPresent()) {
            return held.get().user.equals(gate.user(request))
                    ? refresh(held.get(), request)
                    : refuse(request, TurnError.MISMATCH);
        }
        if (lifetime(request) == 0) {
            return refuse(request, TurnError.MISMATCH);
        }
        opening = true;
        return List.of(new Step.Bind<>(
                "relay port",
                Optional.of(Allocation.PORTS),
                MsTurnMessage.Aside::new,
                port -> allocated(request, port),
                () -> noPort(request)));
    }

    private List<Step<MsTurnMessage>> allocated(MsTurnControl request, DatagramPort port) {
        opening = false;
        SequenceNumber sequence = new SequenceNumber(
                new Draw(request.transaction()).bytes("connection at " + port.local(), SequenceNumber.CONNECTION), 0);
        Allocation allocation = new Allocation(port, lifetime(request));
        Held it = new Held(allocation, gate.user(request), sequence, Profile.of(request.transaction()));
        held = Optional.of(it);
        return List.of(success(it, request, lifetime(request)), allocation.passing());
    }

    private List<Step<MsTurnMessage>> noPort(MsTurnControl request) {
        opening = false;
        return refuse(request, SERVER_ERROR);
    }

    private List<Step<MsTurnMessage>> refresh(Held it, MsTurnControl request) {
        it.allocation.refresh(lifetime(request));
        return List.of(success(it, request, lifetime(request)));
    }

    private static int lifetime(MsTurnControl request) {
        return request.first(Lifetime.class)
                .map(asked -> Allocation.granted(asked.seconds()))
                .orElse(Allocation.LIFETIME);
    }

    private Step<MsTurnMessage> success(Held it, MsTurnControl request, int lifetime) {
        InetSocketAddress relayed = it.allocation.relayed();
        return answer(
                request,
                MsTurnType.ALLOCATE_RESPONSE,
                List.of(
                        VERSION,
                        new MappedAddress(relayed.getAddress(), relayed.getPort()),
                        new ReflexiveAddress(remote),
                        new Lifetime(lifetime),
                        request.first(Bandwidth.class).orElse(MsTurnClient.BANDWIDTH),
                        it.sequence,
                        new Username(it.user),
                        gate.nonce(),
                        it.profile.realm()));
    }

    /** The allocation, where a message is its user's; the specification leaves the nonce out of what follows. */
    private Optional<Held> ours(MsTurnControl message) {
        return held.filter(it -> it.user.equals(gate.user(message)))
                .filter(it -> message.first(SequenceNumber.class)
                        .map(number -> number.connection().equals(it.sequence.connection()))
                        .orElse(true))
                .filter(it -> gate.integrity(message).isEmpty());
    }

    /** Permits the destination and relays to it; never answered ([MS-TURN] §2.2.1). */
    private static List<Step<MsTurnMessage>> send(Held it, MsTurnControl request) {
        Optional<InetSocketAddress> peer = destination(it, request);
        Optional<Data> data = request.first(Data.class);
        return peer.isPresent()
                        && data.isPresent()
                        && it.allocation.permit(peer.get().getAddress())
                ? it.allocation.relay(peer.get(), data.get().bytes())
                : List.of();
    }

    private static Optional<InetSocketAddress> destination(Held it, MsTurnControl request) {
        return request.first(DestinationAddress.class)
                .map(DestinationAddress::socket)
                .filter(peer -> it.allocation.reaches(peer.getAddress()));
    }

    private List<Step<MsTurnMessage>> activate(MsTurnControl request) {
        Optional<ErrorCode> wrong = gate.integrity(request);
        if (wrong.isPresent()) {
            return challenge(request, wrong.get());
        }
        if (ours(request).isEmpty()) {
            return refuse(request, TurnError.MISMATCH);
        }
        if (request.first(DestinationAddress.class).isEmpty()) {
            return refuse(request, ErrorCode.BAD_REQUEST);
        }
        Held it = held.orElseThrow();
        Optional<InetSocketAddress> peer = destination(it, request);
        if (peer.isEmpty() || !it.allocation.permit(peer.get().getAddress())) {
            return refuse(request, TurnError.FORBIDDEN);
        }
        it.active = peer;
        SequenceNumber number = request.first(SequenceNumber.class).orElse(it.sequence);
        return List.of(answer(request, MsTurnType.ACTIVATE_RESPONSE, List.of(VERSION, number)));
    }

    private static List<Step<MsTurnMessage>> toActive(Held it, MsTurnMessage.EndToEnd data) {
        return it.active
                .map(peer -> it.allocation.<MsTurnMessage>relay(peer, data.data()))
                .orElse(List.of());
    }

    private static List<Step<MsTurnMessage>> fromPeer(Held it, Datagram datagram) {
        if (!it.allocation.permits(datagram.peer().getAddress())) {
            return List.of();
        }
        boolean active = it.active.equals(Optional.of(datagram.peer()));
        return List.of(Step.send(
                "data from the peer",
                () -> active ? new MsTurnMessage.EndToEnd(datagram.bytes()) : indication(it, datagram)));
    }

    private static MsTurnControl indication(Held it, Datagram datagram) {
        Octets twelve = new Draw(datagram.bytes()).bytes("Data Indication from " + datagram.peer(), 12);
        return MsTurnControl.of(
                MsTurnType.DATA_INDICATION,
                it.profile.transaction(twelve),
                List.of(VERSION, new RemoteAddress(datagram.peer()), new Data(datagram.bytes())));
    }

    private Step<MsTurnMessage> answer(MsTurnControl request, MsTurnType type, List<StunAttribute> attributes) {
        MsTurnControl answer =
                MsTurnControl.of(type, request.transaction(), attributes).withIntegrity(gate.key(request));
        return Step.send(answer.named(), () -> answer);
    }

    private static List<Step<MsTurnMessage>> refuse(MsTurnControl request, ErrorCode why) {
        return refuse(request, List.of(Profile.of(request.transaction()).fitting(why)));
    }

    private static List<Step<MsTurnMessage>> refuse(MsTurnControl request, List<StunAttribute> words) {
        List<StunAttribute> all = new ArrayList<>(List.of(VERSION));
        all.addAll(words);
        MsTurnType type =
                request.type() == MsTurnType.ALLOCATE_REQUEST ? MsTurnType.ALLOCATE_ERROR : MsTurnType.ACTIVATE_ERROR;
        MsTurnControl answer = MsTurnControl.of(type, request.transaction(), all);
        return List.of(Step.send(answer.named(), () -> answer));
    }
}
