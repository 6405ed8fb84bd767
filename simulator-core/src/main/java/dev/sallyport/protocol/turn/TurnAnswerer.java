package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.RawAttribute;
import dev.sallyport.protocol.stun.Stun;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.UnknownAttributes;
import dev.sallyport.protocol.stun.XorMappedAddress;
import dev.sallyport.protocol.turn.TurnMessage.ChannelData;
import dev.sallyport.protocol.turn.TurnMessage.Control;
import dev.sallyport.protocol.turn.TurnMessage.FromAside;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A TURN server towards one client: its requests, its allocation, and what is relayed for it (RFC 8656 §7 to §12). */
final class TurnAnswerer implements Answerer<TurnMessage> {

    private static final int MOST_TRIES = 20;

    /**
     * What the client holds.
     *
     * @param success the answer it was given, for a request that comes again
     */
    private record Held(Allocation allocation, Channels channels, String user, StunMessage success) {}

    private final InetSocketAddress remote;
    private final Gate gate;
    private final TurnAnswers answers;
    private final Answerer<StunMessage> bindings;
    private Optional<Held> held = Optional.empty();
    private boolean opening;

    TurnAnswerer(Setting setting) {
        remote = setting.remote();
        gate = new Gate(setting);
        answers = new TurnAnswers(gate);
        bindings = Stun.answerer(setting);
    }

    @Override
    public List<Step<TurnMessage>> on(TurnMessage message) {
        held = held.filter(it -> it.allocation().stands());
        if (message instanceof ChannelData channel) {
            return held.map(it -> toPeer(it, channel)).orElse(List.of());
        }
        if (message instanceof FromAside aside) {
            return held.map(it -> fromPeer(it, aside.datagram())).orElse(List.of());
        }
        return on(((Control) message).message());
    }

    private List<Step<TurnMessage>> on(StunMessage message) {
        return switch (message.kind()) {
            case REQUEST -> onRequest(message);
            case INDICATION -> held.map(it -> onIndication(it, message)).orElse(List.of());
            default -> List.of();
        };
    }

    private List<Step<TurnMessage>> onRequest(StunMessage request) {
        if (!isOurs(request.method())) {
            return onBinding(request);
        }
        Optional<ErrorCode> refusal = gate.refusal(request);
        if (refusal.isPresent()) {
            return answers.plain(request, gate.words(refusal.get()));
        }
        List<Integer> unknown = unknown(request);
        if (!unknown.isEmpty()) {
            return refuse(request, ErrorCode.UNKNOWN_ATTRIBUTE, new UnknownAttributes(unknown));
        }
        if (request.method() == TurnMethod.ALLOCATE) {
            return allocate(request);
        }
        if (held.isEmpty()) {
            return refuse(request, TurnError.MISMATCH);
        }
        if (!held.get().user().equals(gate.user(request))) {
            return refuse(request, TurnError.WRONG_CREDENTIALS);
        }
        return switch (request.method()) {
            case TurnMethod.REFRESH -> refresh(held.get(), request);
            case TurnMethod.CREATE_PERMISSION -> permit(held.get(), request);
            default -> bindChannel(held.get(), request);
        };
    }

    private static boolean isOurs(int method) {
        return switch (method) {
            case TurnMethod.ALLOCATE, TurnMethod.REFRESH, TurnMethod.CREATE_PERMISSION, TurnMethod.CHANNEL_BIND -> true;
            default -> false;
        };
    }

    /** Answers Binding requests, and refuses methods that nobody knows, as a STUN server does. */
    private List<Step<TurnMessage>> onBinding(StunMessage request) {
        List<Step<TurnMessage>> steps = new ArrayList<>();
        for (Step<StunMessage> step : bindings.on(request)) {
            Step.Send<StunMessage> send = (Step.Send<StunMessage>) step;
            steps.add(Step.send(send.label(), () -> new Control(send.message().get())));
        }
        return steps;
    }

    private List<Step<TurnMessage>> allocate(StunMessage request) {
        if (opening) {
            return List.of(); // The same request again, while its port is being opened.
        }
        if (held.isPresent()) {
            StunMessage given = held.get().success();
            return given.transaction().equals(request.transaction())
                    ? List.of(Step.send("Allocate success again", () -> new Control(given)))
                    : refuse(request, TurnError.MISMATCH);
        }
        Optional<RequestedTransport> transport = request.first(RequestedTransport.class);
        if (transport.isEmpty()) {
            return refuse(request, ErrorCode.BAD_REQUEST);
        }
        if (transport.get().protocol() != RequestedTransport.UDP) {
            return refuse(request, TurnError.TRANSPORT);
        }
        Optional<RequestedAddressFamily> family = request.first(RequestedAddressFamily.class);
        if (family.isPresent() && !family.get().isOf(remote.getAddress())) {
            return refuse(request, TurnError.FAMILY);
        }
        Optional<EvenPort> even = request.first(EvenPort.class);
        if (even.map(EvenPort::reserve).orElse(false)) {
            return refuse(request, TurnError.CAPACITY); // Reservations are not offered (RFC 8656 §7.2).
        }
        opening = true;
        return List.of(open(request, even.isPresent() ? MOST_TRIES : 0));
    }

    /** Opens a port, and others instead of it while it is not even but should be. */
    private Step<TurnMessage> open(StunMessage request, int tries) {
        return new Step.Bind<>(
                "relay port",
                Optional.of(Allocation.PORTS),
                FromAside::new,
                port -> opened(request, port, tries),
                () -> noPort(request));
    }

    private List<Step<TurnMessage>> opened(StunMessage request, DatagramPort port, int tries) {
        if (tries == 0 || port.local().getPort() % 2 == 0) {
            return allocated(request, port);
        }
        port.close();
        return tries == 1 ? noPort(request) : List.of(open(request, tries - 1));
    }

    private List<Step<TurnMessage>> allocated(StunMessage request, DatagramPort port) {
        opening = false;
        int seconds = Math.max(Allocation.LIFETIME, lifetime(request));
        Allocation allocation = new Allocation(port, seconds);
        StunMessage success = answers.sealed(
                request,
                StunMessage.Kind.SUCCESS,
                List.of(
                        new XorRelayedAddress(allocation.relayed()),
                        new Lifetime(seconds),
                        new XorMappedAddress(remote.getAddress(), remote.getPort())));
        held = Optional.of(new Held(allocation, new Channels(), gate.user(request), success));
        return List.of(Step.send("Allocate success", () -> new Control(success)), allocation.passing());
    }

    private List<Step<TurnMessage>> noPort(StunMessage request) {
        opening = false;
        return refuse(request, TurnError.CAPACITY);
    }

    private static int lifetime(StunMessage request) {
        return request.first(Lifetime.class)
                .map(asked -> Allocation.granted(asked.seconds()))
                .orElse(Allocation.LIFETIME);
    }

    private List<Step<TurnMessage>> refresh(Held it, StunMessage request) {
        int seconds = lifetime(request);
        it.allocation().refresh(seconds);
        return succeed(request, new Lifetime(seconds));
    }

    private List<Step<TurnMessage>> permit(Held it, StunMessage request) {
        List<InetAddress> peers = request.counted().stream()
                .filter(XorPeerAddress.class::isInstance)
                .map(attribute -> ((XorPeerAddress) attribute).socket().getAddress())
                .toList();
        if (peers.isEmpty()) {
            return refuse(request, ErrorCode.BAD_REQUEST);
        }
        Optional<ErrorCode> refusal =
                peers.stream().flatMap(peer -> refusal(it, peer).stream()).findFirst();
        if (refusal.isPresent()) {
            return refuse(request, refusal.get());
        }
        return peers.stream().allMatch(it.allocation()::permit)
                ? succeed(request)
                : refuse(request, TurnError.CAPACITY);
    }

    private List<Step<TurnMessage>> bindChannel(Held it, StunMessage request) {
        Optional<ChannelNumber> number = request.first(ChannelNumber.class).filter(ChannelNumber::canBeBound);
        Optional<XorPeerAddress> peer = request.first(XorPeerAddress.class);
        if (number.isEmpty() || peer.isEmpty()) {
            return refuse(request, ErrorCode.BAD_REQUEST);
        }
        InetSocketAddress socket = peer.get().socket();
        Optional<ErrorCode> refusal = refusal(it, socket.getAddress());
        if (refusal.isPresent()) {
            return refuse(request, refusal.get());
        }
        if (!it.channels().bind(number.get().number(), socket, it.allocation().now())) {
            return refuse(request, ErrorCode.BAD_REQUEST);
        }
        return it.allocation().permit(socket.getAddress()) ? succeed(request) : refuse(request, TurnError.CAPACITY);
    }

    private static Optional<ErrorCode> refusal(Held it, InetAddress peer) {
        if (!it.allocation().sameFamily(peer)) {
            return Optional.of(TurnError.PEER_FAMILY);
        }
        return it.allocation().reaches(peer) ? Optional.empty() : Optional.of(TurnError.FORBIDDEN);
    }

    /** Relays a Send indication; it is never answered, not even where it may not pass (RFC 8656 §11.2). */
    private List<Step<TurnMessage>> onIndication(Held it, StunMessage indication) {
        Optional<XorPeerAddress> peer = indication.first(XorPeerAddress.class);
        Optional<Data> data = indication.first(Data.class);
        boolean whole =
                peer.isPresent() && data.isPresent() && unknown(indication).isEmpty();
        return whole && indication.method() == TurnMethod.SEND
                ? it.allocation().relay(peer.get().socket(), data.get().bytes())
                : List.of();
    }

    private static List<Step<TurnMessage>> toPeer(Held it, ChannelData channel) {
        return it.channels()
                .peer(channel.channel(), it.allocation().now())
                .map(peer -> it.allocation().<TurnMessage>relay(peer, channel.data()))
                .orElse(List.of());
    }

    private static List<Step<TurnMessage>> fromPeer(Held it, Datagram datagram) {
        InetSocketAddress peer = datagram.peer();
        if (!it.allocation().permits(peer.getAddress())) {
            return List.of();
        }
        var number = it.channels().number(peer, it.allocation().now());
        return List.of(Step.send(
                "data from the peer",
                () -> number.isPresent()
                        ? new ChannelData(number.getAsInt(), datagram.bytes())
                        : new Control(TurnAnswers.indication(peer, datagram.bytes()))));
    }

    private static List<Integer> unknown(StunMessage message) {
        return message.counted().stream()
                .filter(attribute -> attribute instanceof RawAttribute && attribute.isComprehensionRequired())
                .map(StunAttribute::type)
                .distinct()
                .toList();
    }

    private List<Step<TurnMessage>> succeed(StunMessage request, StunAttribute... attributes) {
        return answers.authenticated(request, StunMessage.Kind.SUCCESS, List.of(attributes));
    }

    private List<Step<TurnMessage>> refuse(StunMessage request, StunAttribute... words) {
        return answers.authenticated(request, StunMessage.Kind.ERROR, List.of(words));
    }
}
