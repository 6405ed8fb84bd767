package dev.sallyport.protocol.psom;

import static dev.sallyport.protocol.psom.PsomKind.ANNOTATE;
import static dev.sallyport.protocol.psom.PsomKind.ANNOTATED;
import static dev.sallyport.protocol.psom.PsomKind.ASK_FOR_SLIDE;
import static dev.sallyport.protocol.psom.PsomKind.JOIN;
import static dev.sallyport.protocol.psom.PsomKind.JOINED;
import static dev.sallyport.protocol.psom.PsomKind.LEAVE;
import static dev.sallyport.protocol.psom.PsomKind.LEFT;
import static dev.sallyport.protocol.psom.PsomKind.SLIDE;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.standin.Asking;
import dev.sallyport.protocol.standin.StandInFrame;
import dev.sallyport.protocol.standin.StandInFraming;
import dev.sallyport.protocol.standin.StandInService;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The protocol {@code psom}: a web conference, in a stand-in for Microsoft's framing (rows CLI-03, SRV-07, SRV-08,
 * SRV-15, SRV-16); TLS lies below.
 */
public final class Psom {

    /** Begins with {@code SLYM}. */
    static final StandInFraming FRAMING = new StandInFraming(0x534c594d, List.of(PsomKind.values()));

    private Psom() {}

    /** Returns the protocol. */
    public static Protocol<StandInFrame> protocol() {
        Exchange<StandInFrame> meeting = Exchange.of("psom/meeting", Set.of(Transport.TCP), Psom::meeting);
        return new Protocol<>("psom", List.of(meeting), service());
    }

    /** A web conferencing server, for clients of the stand-in. */
    static StandInService service() {
        return new StandInService(
                FRAMING, Map.of(JOIN, JOINED, ASK_FOR_SLIDE, SLIDE, ANNOTATE, ANNOTATED, LEAVE, LEFT));
    }

    private static List<Step<StandInFrame>> meeting(Setting setting) {
        Asking asking = new Asking(setting.nonce());
        return List.of(
                asking.send("join", JOIN),
                asking.expect("answer to join", JOINED),
                asking.send("request for a slide", ASK_FOR_SLIDE),
                asking.expect("slide", SLIDE),
                asking.send("annotation", ANNOTATE),
                asking.expect("answer to annotation", ANNOTATED),
                asking.send("leave", LEAVE),
                asking.expect("answer to leave", LEFT));
    }
}
