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
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTest {

    @Test
    void whatIsAskedInClearIsNotAllThatIsAskedOverTls() {
        assertThat(Http.protocol().exchanges()).extracting(Exchange::name).containsExactly("http/get", "http/crl");
        assertThat(Http.overTls().exchanges()).extracting(Exchange::name).containsExactly("https/get", "https/c3p");
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
    @CsvSource(
            delimiter = '|',
            value = {
                "internal-client | front-end     | 80   | NONE | /Autodiscover/AutodiscoverService.svc/root",
                "reverse-proxy   | front-end     | 8080 | NONE | /Autodiscover/AutodiscoverService.svc/root",
                "internal-client | front-end     | 443  | TLS  | /Autodiscover/AutodiscoverService.svc/root, "
                        + "/WebTicket/WebTicketService.svc, /CertProv/CertProvisioningService.svc, "
                        + "/groupexpansion/service.svc, /abs/handler",
                "ip-phone        | front-end     | 443  | TLS  | /WebTicket/WebTicketService.svc, "
                        + "/CertProv/CertProvisioningService.svc",
                "director        | front-end     | 443  | TLS  | /Autodiscover/AutodiscoverService.svc/root, "
                        + "/groupexpansion/service.svc, /GetHealth",
                "remote-client   | reverse-proxy | 443  | TLS  | /Autodiscover/AutodiscoverService.svc/root, "
                        + "/WebTicket/WebTicketService.svc, /CertProv/CertProvisioningService.svc, "
                        + "/groupexpansion/service.svc, /abs/handler, /mcx/mcxservice.svc, /ucwa/v1/applications, "
                        + "/meet/, /dialin/",
                "front-end       | edge          | 4443 | MTLS | /ReplicationWebService"
            })
    void everyPathThatSuchAClientAsksIsAskedInTurn(String near, String far, int port, Security security, String paths) {
        List<String> asked = ladder(near, far, port, security).stream()
                .filter(step -> step instanceof Step.Send)
                .map(step -> ((HttpMessage.Request)
                                ((Step.Send<HttpMessage>) step).message().get())
                        .target())
                .toList();

        assertThat(asked).containsExactly(paths.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"internal-client, front-end", "remote-client, reverse-proxy", "reverse-proxy, director", "x, y"})
    void everyPathThatIsAskedIsAnswered(String near, String far) {
        MemoryWire.Told told =
                MemoryWire.between(Http.overTls()).withRoles(near, far).walk("https/get", Transport.TCP);

        assertThat(told.near().detail()).isEmpty();
        assertThat(told.near().completed()).isTrue();
    }

    @Nested
    class RevocationLists {

        @Test
        void areAskedForWhereTheCertificatesSay() {
            MemoryWire.Told told = MemoryWire.between(Http.protocol()).walk("http/crl", Transport.TCP);

            assertThat(told.textToFar())
                    .startsWith("GET /fabrikam.crl HTTP/1.1\r\nHost: crl.fabrikam.lab\r\n")
                    .contains("User-Agent: Microsoft-CryptoAPI/6.3\r\n");
            assertThat(told.textToNear()).contains("Content-Type: application/pkix-crl\r\n");
        }

        @Test
        void areWhatAnyoneReadsAsOne() throws Exception {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(
                            new ByteArrayInputStream(RevocationListBytes.der().toArray()));

            assertThat(list.getRevokedCertificates()).isNull();
            assertThat(list.getIssuerX500Principal().getName()).isEqualTo("CN=Sallyport stand-in CA");
        }

        @Test
        void areNotAPortalsPage() {
            byte[] portal = ("HTTP/1.1 200 OK\r\nX-Sallyport-Nonce: " + MemoryWire.NONCE
                            + "\r\nContent-Length: 6\r\n\r\n<html>")
                    .getBytes(StandardCharsets.ISO_8859_1);
            MemoryWire.Told told = MemoryWire.between(Http.protocol(), List::of, bytes -> List.of(portal))
                    .walk("http/crl", Transport.TCP);

            assertThat(told.near().detail()).contains("200 with 6 bytes that are no revocation list");
        }
    }

    @Nested
    class ConferenceControlOverHttps {

        @ParameterizedTest
        @CsvSource({"front-end, IMMcu", "branch-appliance, Focus", "director, Focus"})
        void isPostedToWhomTheRoleCommands(String near, String service) {
            MemoryWire.Told told = MemoryWire.between(Http.overTls())
                    .withRoles(near, "front-end")
                    .walk("https/c3p", Transport.TCP);

            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToFar())
                    .startsWith("POST /LiveServer/" + service + "/ HTTP/1.1\r\nHost: far1.fabrikam.lab:5061\r\n")
                    .contains("Content-Type: application/cccp+xml\r\n")
                    .contains("C3PVersion=\"1\"")
                    .contains("requestId=\"01234567\"");
            assertThat(told.textToNear()).contains("requestId=\"01234567\"").endsWith(" code=\"success\"/>");
        }

        @Test
        void isNotDoneUnlessItSucceeds() {
            MemoryWire.Told told = MemoryWire.between(
                            Http.overTls(),
                            List::of,
                            bytes -> List.of(new String(bytes, StandardCharsets.ISO_8859_1)
                                    .replace("\"success\"", "\"timeout\"")
                                    .getBytes(StandardCharsets.ISO_8859_1)))
                    .walk("https/c3p", Transport.TCP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("200 with the C3P code 'timeout'");
        }
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
        return ladder("mediation", role, port, security);
    }

    private static List<Step<HttpMessage>> ladder(String near, String role, int port, Security security) {
        Setting setting = new Setting(
                MemoryWire.NONCE,
                new Setting.Identified("near1.contoso.lab", "contoso.lab", near),
                new Setting.Identified("far1.fabrikam.lab", "fabrikam.lab", role),
                new InetSocketAddress("127.0.0.1", 40_000),
                new InetSocketAddress("127.0.0.1", port),
                Transport.TCP,
                security);
        return Http.protocol().exchanges().get(0).ladder().apply(setting);
    }
}
