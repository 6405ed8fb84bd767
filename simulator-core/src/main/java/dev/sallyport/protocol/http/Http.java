package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The protocols {@code http} and {@code https}: what the far end's role publishes is asked for, and answered. */
public final class Http {

    /** The header that carries the nonce, in request and answer; why a header: see the package. */
    public static final String NONCE = "X-Sallyport-Nonce";

    private Http() {}

    /** Returns {@code http}, as on ports 80 and 8080 (rows SRV-11, SRV-13), and for revocation lists. */
    public static Protocol<HttpMessage> protocol() {
        return new Protocol<>(
                "http",
                List.of(exchange("http/get", GetExchange::ladder), exchange("http/crl", CrlExchange::ladder)),
                new HttpService());
    }

    /** Returns {@code https}, as on ports 443, 444 and 4443 (rows SRV-12, SRV-04, SRV-14); TLS lies below. */
    public static Protocol<HttpMessage> overTls() {
        return new Protocol<>(
                "https",
                List.of(exchange("https/get", GetExchange::ladder), exchange("https/c3p", C3pExchange::ladder)),
                new HttpService());
    }

    private static Exchange<HttpMessage> exchange(String name, Function<Setting, List<Step<HttpMessage>>> ladder) {
        return Exchange.of(name, Set.of(Transport.TCP), ladder);
    }
}
