package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;

/**
 * {@code http/crl}: a revocation list is fetched as Windows does (RFC 5280 §4.2.1.13), from where the lab's certificates
 * say it stands: {@code http://crl.contoso.lab/contoso.crl}.
 */
final class CrlExchange {

    private static final String USER_AGENT = "Microsoft-CryptoAPI/6.3";
    private static final int SEQUENCE = 0x30;

    private CrlExchange() {}

    static List<Step<HttpMessage>> ladder(Setting setting) {
        String domain = setting.peer().domain();
        String path = "/" + (domain.isEmpty() ? "lab" : domain.split("\\.")[0]) + ".crl";
        Asker asker = domain.isEmpty() ? Asker.of(setting) : new Asker(setting, "crl." + domain);
        return List.of(asker.get(path, USER_AGENT, "*/*"), asker.expectOk("GET " + path, CrlExchange::isList));
    }

    /** A list is one ASN.1 sequence (RFC 5280 §5.1): what a portal puts in its place is not. */
    private static Match isList(HttpMessage.Response response) {
        byte[] body = response.body().toArray();
        return body.length > 0 && body[0] == SEQUENCE
                ? Match.expected()
                : Match.unexpected("200 with " + body.length + " bytes that are no revocation list");
    }
}
