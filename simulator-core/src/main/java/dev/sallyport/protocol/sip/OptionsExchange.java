package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;

/** {@code sip/options}: is anyone there? (RFC 3261 §11). */
final class OptionsExchange {

    private OptionsExchange() {}

    static List<Step<SipMessage>> ladder(Setting setting) {
        return of(Caller.of(setting, Identity.of(setting).peerHost()));
    }

    /** Returns the steps, for a caller who may go on with others. */
    static List<Step<SipMessage>> of(Caller caller) {
        return List.of(caller.send("OPTIONS", () -> OptionsRequest.of(caller)), caller.expect(200, "OPTIONS"));
    }
}
