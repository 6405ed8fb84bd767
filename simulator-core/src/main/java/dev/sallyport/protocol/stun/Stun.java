package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Lasting;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The protocol {@code stun}: the Binding transaction (RFC 8489 §2), as on the A/V Edge's port 3478 (row PIC-05). */
public final class Stun {

    /** How often an ICE agent keeps a path alive (RFC 8445 §11: Tr). */
    public static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    /** What requests call themselves: long enough that no answer of ours is longer than its request. */
    static final Software CLIENT = Software.of("Sallyport, which proves firewalls of Lync Server");

    private Stun() {}

    /** Returns the protocol. */
    public static Protocol<StunMessage> protocol() {
        Exchange<StunMessage> binding = Exchange.of("stun/binding", Set.of(Transport.UDP, Transport.TCP), Stun::binding)
                .staying(new Lasting<>(KEEP_ALIVE, setting -> new Lasting.Standing<>(binding(setting), Stun::binding)));
        return new Protocol<>("stun", List.of(binding), new StunService());
    }

    /** Returns what answers Binding requests, for services that answer them among others. */
    public static Answerer<StunMessage> answerer(Setting setting) {
        return new StunAnswerer(setting);
    }

    private static List<Step<StunMessage>> binding(Setting setting) {
        StunMessage request = StunMessage.of(
                        StunMessage.Kind.REQUEST, StunMessage.BINDING, Octets.parse(setting.nonce()), List.of(CLIENT))
                .withFingerprint();
        return List.of(
                Step.send("Binding request", () -> request),
                Step.expect("Binding success", message -> isAnswer(message, request)));
    }

    private static Match isAnswer(StunMessage message, StunMessage request) {
        if (!message.transaction().equals(request.transaction())) {
            return Match.awaiting(); // RFC 8489 §6.3.3: another transaction's is discarded.
        }
        if (message.kind() != StunMessage.Kind.SUCCESS || message.method() != StunMessage.BINDING) {
            return Match.unexpected(message.named());
        }
        if (message.first(XorMappedAddress.class).isEmpty()) {
            return Match.unexpected("a success without XOR-MAPPED-ADDRESS");
        }
        return message.first(Fingerprint.class).isPresent()
                ? Match.expected()
                : Match.unexpected("a success without FINGERPRINT");
    }
}
