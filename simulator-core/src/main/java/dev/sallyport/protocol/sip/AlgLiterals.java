package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What gateways look for in SIP, and what they had better leave alone: addresses in headers, short names, folded lines. */
final class AlgLiterals {

    /** An address that no lab routes, of RFC 1918's. */
    private static final String PRIVATE = "192.168.77.10:5060";

    private static final Map<String, String> SHORT = Map.of(
            "Via", "v",
            "From", "f",
            "To", "t",
            "Call-ID", "i",
            "Contact", "m",
            "Content-Type", "c",
            "Content-Length", "l");

    private AlgLiterals() {}

    /** Adds a header that no standard knows, with this end's address and a private one, over two lines. */
    static Draft in(Draft draft, Setting setting) {
        String own = SentBy.hostPort(setting.local());
        return draft.with(
                "X-Sallyport-Literals",
                "sip:probe@" + own + ";maddr=" + SentBy.host(setting.local()) + ",\r\n <sip:probe@" + PRIVATE
                        + ">;received=" + PRIVATE + ";note=\"an address that nobody may touch\"");
    }

    /** Returns the message with every name in its one letter that has one (RFC 3261 §7.3.3). */
    static SipText compacted(SipText message) {
        String text = message.text();
        for (Map.Entry<String, String> name : SHORT.entrySet()) {
            text = text.replace("\r\n" + name.getKey() + ": ", "\r\n" + name.getValue() + ": ");
        }
        return new SipText(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
