package dev.sallyport.protocol.standin;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;

/** The initiator's steps in a stand-in. */
public final class Asking {
    private final Octets nonce;

    /** Asks with the nonce of an attempt. */
    public Asking(String nonce) {
        this.nonce = Octets.parse(nonce);
    }

    /** Sends a frame. */
    public Step<StandInFrame> send(String label, StandInKind kind) {
        return Step.send(label, () -> kind.frame(nonce));
    }

    /** Awaits a frame byte for byte: what TLS carries is nobody's to change. */
    public Step<StandInFrame> expect(String label, StandInKind kind) {
        StandInFrame awaited = kind.frame(nonce);
        return Step.expect(label, frame -> match(frame, awaited));
    }

    private static Match match(StandInFrame frame, StandInFrame awaited) {
        if (frame.equals(awaited)) {
            return Match.expected();
        }
        return Match.unexpected(frame.kind() == awaited.kind() ? "another frame's bytes" : frame.toString());
    }
}
