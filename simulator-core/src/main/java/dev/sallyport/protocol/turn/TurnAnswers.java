package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.stun.Software;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.turn.TurnMessage.Control;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Makes what a TURN server says. */
record TurnAnswers(Gate gate) {

    private static final Software SERVER = Software.of("Sallyport");

    /** Sends an answer with the MESSAGE-INTEGRITY of the request's user (RFC 8489 §9.2.4). */
    List<Step<TurnMessage>> authenticated(StunMessage request, StunMessage.Kind kind, List<StunAttribute> attributes) {
        return sent(sealed(request, kind, attributes));
    }

    /** Sends a refusal to whom nobody knows yet. */
    List<Step<TurnMessage>> plain(StunMessage request, List<StunAttribute> words) {
        return sent(bare(request, StunMessage.Kind.ERROR, words).withFingerprint());
    }

    /** Returns an answer with the MESSAGE-INTEGRITY of the request's user. */
    StunMessage sealed(StunMessage request, StunMessage.Kind kind, List<StunAttribute> attributes) {
        return bare(request, kind, attributes).withIntegrity(gate.key(request)).withFingerprint();
    }

    /** Returns the indication that data came from a peer (RFC 8656 §11.3). */
    static StunMessage indication(InetSocketAddress peer, Octets data) {
        return StunMessage.of(
                StunMessage.Kind.INDICATION,
                TurnMethod.DATA,
                new Draw(data).bytes("Data indication from " + peer, 12),
                List.of(new XorPeerAddress(peer), new Data(data)));
    }

    private static List<Step<TurnMessage>> sent(StunMessage answer) {
        return List.of(Step.send(answer.named(), () -> new Control(answer)));
    }

    private static StunMessage bare(StunMessage request, StunMessage.Kind kind, List<StunAttribute> attributes) {
        List<StunAttribute> introduced = new ArrayList<>(attributes);
        introduced.add(SERVER);
        return StunMessage.of(kind, request.method(), request.transaction(), introduced);
    }
}
