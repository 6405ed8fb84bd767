package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;

/** {@code sip/service}: credentials for the media relay are asked of the Edge's authentication service ([MS-AVEDGEA]). */
final class ServiceExchange {

    private ServiceExchange() {}

    static List<Step<SipMessage>> ladder(Setting setting) {
        Caller caller = Caller.of(setting, Identity.of(setting).peerRelayService());
        return List.of(
                caller.send("SERVICE", () -> request(caller)),
                caller.expect(200, "SERVICE", ServiceExchange::hasCredentials));
    }

    private static SipText request(Caller caller) {
        Identity identity = caller.identity();
        return caller.request("SERVICE", "<" + identity.user() + ">")
                .with("Contact", identity.agent().isClient() ? "<" + identity.gruu() + ">" : identity.contact())
                .withBody(
                        RelayCredentials.TYPE,
                        RelayCredentials.request(identity, caller.setting().nonce()));
    }

    private static Match hasCredentials(SipResponse response) {
        return RelayCredentials.areIn(response.body())
                ? Match.expected()
                : Match.unexpected(response.status() + " without relay and credentials");
    }
}
