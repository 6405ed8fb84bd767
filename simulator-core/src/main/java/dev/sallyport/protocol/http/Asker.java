package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * The initiator of one exchange: requests with this attempt's nonce, and answers that must repeat it.
 *
 * @param host what its requests name in Host
 */
record Asker(Setting setting, String host) {

    /** Returns one that calls the far end by its name. */
    static Asker of(Setting setting) {
        return new Asker(setting, nameAndPort(setting));
    }

    /** Returns the far end's name, with its port unless it is the scheme's own (RFC 9110 §7.2). */
    private static String nameAndPort(Setting setting) {
        InetSocketAddress remote = setting.remote();
        int usual = setting.security() == Security.NONE ? 80 : 443;
        String fqdn = setting.peer().fqdn();
        return remote.getPort() == usual ? fqdn : fqdn + ":" + remote.getPort();
    }

    /** Sends a GET. */
    Step<HttpMessage> get(String path, String userAgent, String accept) {
        HttpHeaders headers =
                HttpHeaders.of("Host", host, "User-Agent", userAgent, "Accept", accept, Http.NONCE, setting.nonce());
        return Step.send("GET " + path, () -> HttpMessage.Request.of("GET", path, headers));
    }

    /** Sends a POST of a document. */
    Step<HttpMessage> post(String path, String type, String document) {
        Octets body = Octets.utf8(document);
        HttpHeaders headers = HttpHeaders.of(
                "Host",
                host,
                "Content-Type",
                type,
                "Content-Length",
                Integer.toString(body.length()),
                Http.NONCE,
                setting.nonce());
        return Step.send(
                "POST " + path, () -> new HttpMessage.Request("POST", path, HttpMessage.VERSION, headers, body));
    }

    /** Awaits the far end's own 200. */
    Step<HttpMessage> expectOk(String asked) {
        return expectOk(asked, response -> Match.expected());
    }

    /** Awaits the far end's own 200, passing a further test. */
    Step<HttpMessage> expectOk(String asked, Function<HttpMessage.Response, Match> further) {
        return Step.expect("200 to " + asked, message -> match(message, further));
    }

    private Match match(HttpMessage message, Function<HttpMessage.Response, Match> further) {
        if (!(message instanceof HttpMessage.Response response)) {
            return Match.unexpected("the request '" + message.startLine() + "'");
        }
        if (response.status() < 200) {
            return Match.awaiting();
        }
        if (response.status() != 200) {
            return Match.unexpected(response.status() + " " + response.reason());
        }
        return response.headers().all(Http.NONCE).contains(setting.nonce())
                ? further.apply(response)
                : Match.unexpected("200 without this attempt's " + Http.NONCE + ", not the far end's own,");
    }
}
