package dev.sallyport.protocol.cls;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;

/** The protocol {@code cls}: a search of centralized logging, in a stand-in; mutual TLS lies below. */
public final class Cls {

    private Cls() {}

    /** Returns the protocol. */
    public static Protocol<ClsFrame> protocol() {
        Exchange<ClsFrame> log = Exchange.of("cls/log", Set.of(Transport.TCP), Cls::log);
        return new Protocol<>("cls", List.of(log), new ClsService());
    }

    private static List<Step<ClsFrame>> log(Setting setting) {
        Octets nonce = Octets.parse(setting.nonce());
        ClsFrame lines = ClsFrame.lines(nonce);
        return List.of(
                Step.send("search", () -> ClsFrame.search(nonce)),
                Step.expect(
                        "lines", frame -> frame.equals(lines) ? Match.expected() : Match.unexpected(frame.toString())));
    }
}
