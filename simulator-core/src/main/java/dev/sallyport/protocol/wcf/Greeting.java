package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.Octets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one call of the exchange: its URIs, which carry the nonce, and its envelopes. */
final class Greeting {

    private static final Pattern VIA = Pattern.compile("net\\.tcp://[^?]+\\?([0-9a-f]{24})");

    private Greeting() {}

    static String via(String host, int port, String nonce) {
        return "net.tcp://" + host + ":" + port + "/lync?" + nonce;
    }

    /** Returns the nonce of a via; nothing for a stranger's. */
    static Optional<String> nonce(String via) {
        Matcher ours = VIA.matcher(via);
        return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
    }

    static Octets request(String nonce) {
        return BinarySoap.envelope("urn:sallyport:greet:" + nonce);
    }

    static Octets response(String nonce) {
        return BinarySoap.envelope("urn:sallyport:greetResponse:" + nonce);
    }

    /** Returns what a service answers that does not know the action (WS-Addressing 1.0, SOAP binding §6). */
    static Octets fault() {
        return BinarySoap.envelope("http://www.w3.org/2005/08/addressing/fault");
    }
}
