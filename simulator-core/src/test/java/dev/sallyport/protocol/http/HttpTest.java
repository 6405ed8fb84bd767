package dev.sallyport.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTest {

    @Test
    void theProtocolsDifferByNameAlone() {
        assertThat(Http.protocol().exchanges()).extracting(Exchange::name).containsExactly("http/get");
        assertThat(Http.overTls().exchanges()).extracting(Exchange::name).containsExactly("https/get");
    }

    @ParameterizedTest
    @CsvSource({
        "front-end,              80,   NONE, /Autodiscover/AutodiscoverService.svc/root, far1.fabrikam.lab",
        "front-end-load-balancer,8080, NONE, /Autodiscover/AutodiscoverService.svc/root, far1.fabrikam.lab:8080",
        "director,               4443, TLS,  /Autodiscover/AutodiscoverService.svc/root, far1.fabrikam.lab:4443",
        "office-web-apps,        443,  TLS,  /hosting/discovery,                         far1.fabrikam.lab",
        "persistent-chat,        443,  MTLS, /,                                          far1.fabrikam.lab"
    })
    void theRequestIsWhatTheRolesClientsAsk(String role, int port, Security security, String path, String host) {
        HttpMessage.Request request = (HttpMessage.Request) firstOf(role, port, security);

        assertThat(request.startLine()).isEqualTo("GET " + path + " HTTP/1.1");
        assertThat(request.headers().all("Host")).containsExactly(host);
        assertThat(request.headers().all("User-Agent")).containsExactly("OC/15.0.4569.1503 (Microsoft Lync)");
        assertThat(request.headers().all(Http.NONCE)).containsExactly(MemoryWire.NONCE);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 302 Found,     302 Found",
        "HTTP/1.1 403 Forbidden, 403 Forbidden",
        "HTTP/1.1 200 OK,        200 without this attempt's X-Sallyport-Nonce",
        "GET / HTTP/1.1,         the request 'GET / HTTP/1.1'"
    })
    void anAnswerOfSomethingInBetweenIsNotTheFarEnds(String startLine, String found) {
        byte[] portal = (startLine + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        MemoryWire.Told told = MemoryWire.between(Http.protocol(), List::of, bytes -> List.of(portal))
                .walk("http/get", Transport.TCP);

        assertThat(told.near().how()).isEqualTo(How.MALFORMED);
        assertThat(told.near().detail()).contains(found);
    }

    @Test
    void anInterimAnswerIsNotTheAnswer() {
        HttpMessage interim =
                new HttpMessage.Response(HttpMessage.VERSION, 100, "Continue", HttpHeaders.of(), Octets.NONE);
        Step.Expect<HttpMessage> expect = (Step.Expect<HttpMessage>)
                ladder("front-end", 80, Security.NONE).get(1);

        assertThat(expect.match().apply(interim)).isEqualTo(Match.awaiting());
    }

    private static HttpMessage firstOf(String role, int port, Security security) {
        return ((Step.Send<HttpMessage>) ladder(role, port, security).get(0))
                .message()
                .get();
    }

    private static List<Step<HttpMessage>> ladder(String role, int port, Security security) {
        Setting setting = new Setting(
                MemoryWire.NONCE,
                MemoryWire.NEAR,
                new Setting.Identified("far1.fabrikam.lab", "fabrikam.lab", role),
                new InetSocketAddress("127.0.0.1", 40_000),
                new InetSocketAddress("127.0.0.1", port),
                Transport.TCP,
                security);
        return Http.protocol().exchanges().get(0).ladder().apply(setting);
    }
}
