package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code sip/trunk}: a Mediation Server finds its gateway alive and calls through it, or the gateway the other way; one
 * connection carries both.
 */
final class TrunkExchange {

    private TrunkExchange() {}

    static List<Step<SipMessage>> ladder(Setting setting) {
        Caller caller = Caller.of(setting, Identity.of(setting).peerHost());
        List<Step<SipMessage>> ladder = new ArrayList<>(OptionsExchange.of(caller));
        ladder.addAll(InviteExchange.of(caller, InviteRequest::overTrunk));
        return ladder;
    }
}
