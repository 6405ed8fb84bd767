package dev.sallyport.protocol.cls;

import static dev.sallyport.protocol.cls.ClsKind.LINES;
import static dev.sallyport.protocol.cls.ClsKind.SEARCH;

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

/** The protocol {@code cls}: a search of centralized logging, in a stand-in; mutual TLS lies below. */
public final class Cls {

    /** Begins with {@code SLYL}. */
    static final StandInFraming FRAMING = new StandInFraming(0x534c594c, List.of(ClsKind.values()));

    private Cls() {}

    /** Returns the protocol. */
    public static Protocol<StandInFrame> protocol() {
        Exchange<StandInFrame> log = Exchange.of("cls/log", Set.of(Transport.TCP), Cls::log);
        return new Protocol<>("cls", List.of(log), new StandInService(FRAMING, Map.of(SEARCH, LINES)));
    }

    private static List<Step<StandInFrame>> log(Setting setting) {
        Asking asking = new Asking(setting.nonce());
        return List.of(asking.send("search", SEARCH), asking.expect("lines", LINES));
    }
}
