package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Lasting;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.stun.Stun;
import dev.sallyport.protocol.turn.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The protocol {@code msturn}: media relay as Lync's clients have it, on UDP 3478 and TCP 443 of the A/V Edge (rows
 * CLI-04, CLI-05, PIC-05, PIC-06).
 */
public final class MsTurn {

    private static final Set<Transport> TRANSPORTS = Set.of(Transport.UDP, Transport.TCP);

    private MsTurn() {}

    /** Returns the protocol. */
    public static Protocol<MsTurnMessage> protocol() {
        return new Protocol<>(
                "msturn",
                List.of(
                        allocate("msturn/allocate", Profile.INSPECTION_FRIENDLY),
                        relay("msturn/relay", Profile.INSPECTION_FRIENDLY),
                        allocate("msturn/allocate-by-spec", Profile.SPEC),
                        relay("msturn/relay-by-spec", Profile.SPEC)),
                new MsTurnService());
    }

    private static Exchange<MsTurnMessage> allocate(String name, Profile profile) {
        return Exchange.of(name, TRANSPORTS, setting -> allocate(setting, profile))
                .staying(new Lasting<>(Stun.KEEP_ALIVE, setting -> standing(setting, profile)));
    }

    /** The allocation stands; an Allocate without credentials, which is refused, asks whether it is still reached. */
    private static Lasting.Standing<MsTurnMessage> standing(Setting setting, Profile profile) {
        List<Step<MsTurnMessage>> opening = allocation(new MsTurnClient(setting, profile), setting.transport());
        return new Lasting.Standing<>(opening, later -> challenged(new MsTurnClient(later, profile)));
    }

    private static List<Step<MsTurnMessage>> challenged(MsTurnClient client) {
        return List.of(
                Step.send("Allocate", client::firstAllocate), Step.expect("401 to Allocate", client::isChallenge));
    }

    private static Exchange<MsTurnMessage> relay(String name, Profile profile) {
        return new Exchange<>(
                name, TRANSPORTS, Exchange.Answers.AT_FAR_END, Stage.STREAM, setting -> relay(setting, profile));
    }

    private static List<Step<MsTurnMessage>> allocate(Setting setting, Profile profile) {
        MsTurnClient client = new MsTurnClient(setting, profile);
        List<Step<MsTurnMessage>> ladder = allocation(client, setting.transport());
        ladder.addAll(release(client));
        return ladder;
    }

    /** The initiator's host plays the peer too, on a second port of the same address. */
    private static List<Step<MsTurnMessage>> relay(Setting setting, Profile profile) {
        MsTurnClient client = new MsTurnClient(setting, profile);
        List<Step<MsTurnMessage>> ladder = allocation(client, setting.transport());
        ladder.add(new Step.Bind<>(
                "the peer's port", Optional.empty(), MsTurnMessage.Aside::new, peer -> media(client, peer), List::of));
        return ladder;
    }

    private static List<Step<MsTurnMessage>> allocation(MsTurnClient client, Transport transport) {
        List<Step<MsTurnMessage>> ladder = new ArrayList<>();
        if (transport == Transport.TCP) {
            ladder.add(Step.send("ClientHello", client::hello));
            ladder.add(Step.expect("ServerHello", client::isHello));
        }
        ladder.addAll(challenged(client));
        ladder.addAll(List.of(
                Step.send("Allocate with credentials", client::allocate),
                Step.expect("Allocate response", client::isAllocated)));
        return ladder;
    }

    /** Send has no answer: the Allocate after it tells that the server has seen it, before the peer comes. */
    private static List<Step<MsTurnMessage>> media(MsTurnClient client, DatagramPort peer) {
        List<Step<MsTurnMessage>> ladder = new ArrayList<>(List.of(
                Step.send("Send, for the permission", () -> client.opening(peer)),
                Step.send("Allocate again", client::allocate),
                Step.expect("Allocate response again", client::isAllocated),
                Step.sendFrom("the peer's data to the relay", peer, () -> client.toRelay(Media.PEER_FIRST)),
                Step.expect("Data Indication", message -> client.isData(message, Media.PEER_FIRST)),
                Step.send("Send", () -> client.send(Media.CLIENT_FIRST)),
                Step.expect("its data at the peer", message -> client.isAtPeer(message, Media.CLIENT_FIRST)),
                Step.send("Set Active Destination", client::activate),
                Step.expect("Set Active Destination response", client::isActivated),
                Step.send("end-to-end data", () -> client.endToEnd(Media.CLIENT_SECOND)),
                Step.expect("the same at the peer", message -> client.isAtPeer(message, Media.CLIENT_SECOND)),
                Step.sendFrom("the peer's data to the relay, again", peer, () -> client.toRelay(Media.PEER_SECOND)),
                Step.expect("the same as end-to-end data", message -> client.isEndToEnd(message, Media.PEER_SECOND))));
        ladder.addAll(release(client));
        return ladder;
    }

    private static List<Step<MsTurnMessage>> release(MsTurnClient client) {
        return List.of(
                Step.send("Allocate with lifetime 0", client::release),
                Step.expect("release confirmed", client::isReleased));
    }
}
