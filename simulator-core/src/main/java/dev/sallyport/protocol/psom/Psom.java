package dev.sallyport.protocol.psom;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;

/**
 * The protocol {@code psom}: a web conference, in a stand-in for Microsoft's framing (rows CLI-03, SRV-07, SRV-08,
 * SRV-15, SRV-16); TLS lies below.
 */
public final class Psom {

    private Psom() {}

    /** Returns the protocol. */
    public static Protocol<PsomFrame> protocol() {
        Exchange<PsomFrame> meeting = Exchange.of("psom/meeting", Set.of(Transport.TCP), Psom::meeting);
        return new Protocol<>("psom", List.of(meeting), new PsomService());
    }

    private static List<Step<PsomFrame>> meeting(Setting setting) {
        Octets nonce = Octets.parse(setting.nonce());
        return List.of(
                Step.send("join", () -> PsomFrame.Kind.JOIN.frame(nonce)),
                expect("answer to join", PsomFrame.Kind.JOINED.frame(nonce)),
                Step.send("request for a slide", () -> PsomFrame.Kind.ASK_FOR_SLIDE.frame(nonce)),
                expect("slide", PsomFrame.Kind.SLIDE.frame(nonce)),
                Step.send("annotation", () -> PsomFrame.Kind.ANNOTATE.frame(nonce)),
                expect("answer to annotation", PsomFrame.Kind.ANNOTATED.frame(nonce)),
                Step.send("leave", () -> PsomFrame.Kind.LEAVE.frame(nonce)),
                expect("answer to leave", PsomFrame.Kind.LEFT.frame(nonce)));
    }

    /** Awaits a frame byte for byte: what TLS carries is nobody's to change. */
    private static Step<PsomFrame> expect(String label, PsomFrame awaited) {
        return Step.expect(label, frame -> {
            if (frame.equals(awaited)) {
                return Match.expected();
            }
            return Match.unexpected(frame.kind() == awaited.kind() ? "another frame's bytes" : frame.toString());
        });
    }
}
