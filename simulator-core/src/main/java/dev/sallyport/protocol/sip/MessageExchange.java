package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;

/** {@code sip/message}: an instant message outside any call (RFC 3428). */
final class MessageExchange {

    private MessageExchange() {}

    static List<Step<SipMessage>> ladder(Setting setting) {
        Caller caller = Caller.of(setting, Identity.of(setting).peerUser());
        return List.of(caller.send("MESSAGE", () -> request(caller)), caller.expect(200, "MESSAGE"));
    }

    private static SipText request(Caller caller) {
        return caller.request("MESSAGE", "<" + caller.identity().user() + ">")
                .with("Supported", "timer, ms-sender")
                .withBody(
                        "text/plain; charset=UTF-8",
                        "A message of Sallyport's, attempt " + caller.setting().nonce());
    }
}
