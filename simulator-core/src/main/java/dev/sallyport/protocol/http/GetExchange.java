package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code http/get} and {@code https/get}: every path that such a client asks of such a server, one after another on one
 * connection, for firewalls and proxies publish Lync path by path.
 */
final class GetExchange {

    private static final String USER_AGENT = "OC/15.0.4569.1503 (Microsoft Lync)";
    private static final String ACCEPT = "application/vnd.microsoft.rtc.autodiscover+xml;v=1, text/xml, */*;q=0.1";

    private GetExchange() {}

    static List<Step<HttpMessage>> ladder(Setting setting) {
        Asker asker = Asker.of(setting);
        return WebPath.asked(setting).stream()
                .flatMap(path -> Stream.of(asker.get(path, USER_AGENT, ACCEPT), asker.expectOk("GET " + path)))
                .toList();
    }
}
