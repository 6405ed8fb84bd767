package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/** The protocols {@code http} and {@code https}: a GET of what the far end's role publishes, and its answer. */
public final class Http {

    /** The header that carries the nonce, in request and answer; why a header: see the package. */
    public static final String NONCE = "X-Sallyport-Nonce";

    private static final String USER_AGENT = "OC/15.0.4569.1503 (Microsoft Lync)";
    private static final String ACCEPT = "application/vnd.microsoft.rtc.autodiscover+xml;v=1, text/xml, */*;q=0.1";

    private Http() {}

    /** Returns {@code http}, as on ports 80 and 8080 (rows SRV-11, SRV-13). */
    public static Protocol<HttpMessage> protocol() {
        return named("http");
    }

    /** Returns {@code https}, as on ports 443, 444 and 4443 (rows SRV-12, SRV-04, SRV-14); TLS lies below. */
    public static Protocol<HttpMessage> overTls() {
        return named("https");
    }

    private static Protocol<HttpMessage> named(String name) {
        Exchange<HttpMessage> get = Exchange.of(name + "/get", Set.of(Transport.TCP), Http::get);
        return new Protocol<>(name, List.of(get), new HttpService());
    }

    private static List<Step<HttpMessage>> get(Setting setting) {
        String path = LyncWeb.path(setting.peer().role());
        return List.of(
                Step.send("GET " + path, () -> request(path, setting)),
                Step.expect("200 to GET " + path, message -> isAnswer(message, setting.nonce())));
    }

    private static HttpMessage request(String path, Setting setting) {
        return HttpMessage.Request.of(
                "GET",
                path,
                HttpHeaders.of(
                        "Host", host(setting), "User-Agent", USER_AGENT, "Accept", ACCEPT, NONCE, setting.nonce()));
    }

    /** Returns the far end's name, with its port unless it is the scheme's own (RFC 9110 §7.2). */
    private static String host(Setting setting) {
        InetSocketAddress remote = setting.remote();
        int usual = setting.security() == Security.NONE ? 80 : 443;
        String fqdn = setting.peer().fqdn();
        return remote.getPort() == usual ? fqdn : fqdn + ":" + remote.getPort();
    }

    private static Match isAnswer(HttpMessage message, String nonce) {
        if (!(message instanceof HttpMessage.Response response)) {
            return Match.unexpected("the request '" + message.startLine() + "'");
        }
        if (response.status() < 200) {
            return Match.awaiting();
        }
        if (response.status() != 200) {
            return Match.unexpected(response.status() + " " + response.reason());
        }
        return response.headers().all(NONCE).contains(nonce)
                ? Match.expected()
                : Match.unexpected("200 without this attempt's " + NONCE + ", not the far end's own,");
    }
}
