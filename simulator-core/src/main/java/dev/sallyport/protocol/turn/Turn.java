package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Lasting;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.stun.Stun;
import dev.sallyport.protocol.turn.TurnMessage.FromAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The protocol {@code turn}: standard TURN, as media clients of today speak it with an A/V Edge (RFC 8656). */
public final class Turn {

    private static final Set<Transport> TRANSPORTS = Set.of(Transport.UDP, Transport.TCP);

    private Turn() {}

    /** Returns the protocol. */
    public static Protocol<TurnMessage> protocol() {
        Exchange<TurnMessage> allocate = Exchange.of("turn/allocate", TRANSPORTS, Turn::allocate)
                .staying(new Lasting<>(Stun.KEEP_ALIVE, Turn::standing));
        Exchange<TurnMessage> relay =
                new Exchange<>("turn/relay", TRANSPORTS, Exchange.Answers.AT_FAR_END, Stage.STREAM, Turn::relay);
        return new Protocol<>("turn", List.of(allocate, relay), new TurnService());
    }

    private static List<Step<TurnMessage>> allocate(Setting setting) {
        TurnClient client = new TurnClient(setting);
        List<Step<TurnMessage>> ladder = new ArrayList<>(allocation(client));
        ladder.addAll(release(client));
        return ladder;
    }

    /** The allocation stands, and a Binding request asks whether it is still reached (RFC 8489 §2). */
    private static Lasting.Standing<TurnMessage> standing(Setting setting) {
        return new Lasting.Standing<>(allocation(new TurnClient(setting)), Turn::binding);
    }

    private static List<Step<TurnMessage>> binding(Setting setting) {
        TurnClient client = new TurnClient(setting);
        return List.of(Step.send("Binding request", client::binding), Step.expect("Binding success", client::isBound));
    }

    /** The initiator's host plays the peer too, on a second port of the same address. */
    private static List<Step<TurnMessage>> relay(Setting setting) {
        TurnClient client = new TurnClient(setting);
        List<Step<TurnMessage>> ladder = new ArrayList<>(allocation(client));
        ladder.add(new Step.Bind<>(
                "the peer's port", Optional.empty(), FromAside::new, peer -> media(client, peer), List::of));
        return ladder;
    }

    private static List<Step<TurnMessage>> allocation(TurnClient client) {
        return List.of(
                Step.send("Allocate", client::firstAllocate),
                Step.expect("401 to Allocate", client::isChallenge),
                Step.send("Allocate with credentials", client::allocate),
                Step.expect("Allocate success", client::isAllocated));
    }

    private static List<Step<TurnMessage>> media(TurnClient client, DatagramPort peer) {
        List<Step<TurnMessage>> ladder = new ArrayList<>(List.of(
                Step.send("CreatePermission", () -> client.permission(peer)),
                Step.expect("CreatePermission success", client::isSuccess),
                Step.sendFrom("the peer's data to the relay", peer, () -> client.toRelay(Media.PEER_FIRST)),
                Step.expect("Data indication", message -> client.isData(message, Media.PEER_FIRST)),
                Step.send("Send indication", () -> client.send(Media.CLIENT_FIRST)),
                Step.expect("its data at the peer", message -> client.isAtPeer(message, Media.CLIENT_FIRST)),
                Step.send("ChannelBind", client::channel),
                Step.expect("ChannelBind success", client::isSuccess),
                Step.send("ChannelData", () -> client.sendOverChannel(Media.CLIENT_SECOND)),
                Step.expect("its data at the peer, again", message -> client.isAtPeer(message, Media.CLIENT_SECOND)),
                Step.sendFrom("the peer's data to the relay, again", peer, () -> client.toRelay(Media.PEER_SECOND)),
                Step.expect("ChannelData", message -> client.isChannelData(message, Media.PEER_SECOND))));
        ladder.addAll(release(client));
        return ladder;
    }

    private static List<Step<TurnMessage>> release(TurnClient client) {
        return List.of(
                Step.send("Refresh with lifetime 0", client::release),
                Step.expect("Refresh success", client::isSuccess));
    }
}
