package dev.sallyport.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServiceTest {

    private final HttpService service = new HttpService();
    private final RecordingLine line = new RecordingLine();
    private final Reception<HttpMessage> reception = new Reception<>(
            service,
            new Setting(
                    "",
                    MemoryWire.FAR,
                    MemoryWire.NEAR,
                    new InetSocketAddress("127.0.0.1", 80),
                    new InetSocketAddress("127.0.0.1", 40_000),
                    Transport.TCP,
                    Security.NONE),
            line);

    @Nested
    class Answering {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    WebPath.AUTODISCOVER,
                    "/autodiscover/autodiscoverservice.SVC/root?sipuri=a@b",
                    WebPath.DISCOVERY,
                    WebPath.HEALTH,
                    WebPath.ADDRESS_BOOK,
                    "/MEET/",
                    WebPath.DIAL_IN,
                    WebPath.UCWA,
                    WebPath.MOBILITY,
                    WebPath.REPLICATION,
                    "/anything.CRL",
                    "http://far1.fabrikam.lab/hosting/discovery",
                    "http://far1.fabrikam.lab"
                })
        void whatIsPublishedIsGivenWithLyncsHeaders(String target) {
            say("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(line.text())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Server: Microsoft-IIS/8.5\r\n", "X-MS-Server-Fqdn: far1.fabrikam.lab\r\n")
                    .contains("X-Powered-By: ASP.NET\r\n");
            assertThat(line.closed()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "GET /elsewhere HTTP/1.1,                404 Not Found",
            "POST / HTTP/1.1,                        405 Method Not Allowed",
            "OPTIONS * HTTP/1.1,                     405 Method Not Allowed",
            "CONNECT fe1.contoso.lab:443 HTTP/1.1,   405 Method Not Allowed",
            "GET nowhere HTTP/1.1,                   400 Bad Request",
            "GET /%zz HTTP/1.1,                      400 Bad Request",
            "POST /LiveServer/Focus/ HTTP/1.1,       415 Unsupported Media Type",
            "GET / HTTP/2.0,                         505 HTTP Version Not Supported"
        })
        void whatIsNotIsRefusedByItsStatus(String startLine, String status) {
            say(startLine + "\r\nHost: x\r\n\r\n");

            assertThat(line.text()).startsWith("HTTP/1.1 " + status + "\r\n");
            assertThat(line.text().contains("Allow: GET, HEAD\r\n")).isEqualTo(status.startsWith("405"));
        }

        @Test
        void conferenceControlIsPosted() {
            say("GET /LiveServer/Focus/ HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(line.text()).startsWith("HTTP/1.1 405 ").contains("Allow: POST\r\n");
        }

        @ParameterizedTest
        @CsvSource({
            "'<request requestId=\"7\" from=\"sip:a\" to=\"sip:b\"/>', 'requestId=\"7\" from=\"sip:b\" to=\"sip:a\" code=\"success\"'",
            "'<request requestId=\"<7>\"/>',                             'requestId=\"\" from=\"\" to=\"\" code=\"requestMalformed\"'",
            "nonsense,                                                'requestId=\"\" from=\"\" to=\"\" code=\"requestMalformed\"'"
        })
        void conferenceControlIsAnsweredByItsCode(String document, String answer) {
            say("POST /liveserver/immcu/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/CCCP+xml; charset=utf-8\r\n"
                    + "Content-Length: " + document.length() + "\r\n\r\n" + document);

            assertThat(line.text())
                    .startsWith("HTTP/1.1 200 OK\r\nContent-Type: application/cccp+xml\r\n")
                    .endsWith(answer + "/>");
        }

        @Test
        void headIsAnsweredAsGetWithoutTheBody() {
            say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            String toGet = line.text();
            say("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(line.text()).isEqualTo(toGet + toGet.substring(0, toGet.indexOf("\r\n\r\n") + 4));
        }

        @Test
        void theNonceIsSeenAndRepeated() {
            say("GET / HTTP/1.1\r\nHost: x\r\nx-sallyport-nonce: " + MemoryWire.NONCE + "\r\n\r\n");

            assertThat(reception.nonces()).containsExactly(MemoryWire.NONCE);
            assertThat(line.text()).contains("X-Sallyport-Nonce: " + MemoryWire.NONCE + "\r\n");
        }

        @Test
        void whoeverAsksForJsonGetsIt() {
            say("GET " + WebPath.AUTODISCOVER + " HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n");

            assertThat(line.text())
                    .contains("Content-Type: application/json\r\n")
                    .contains("{\"AccessLocation\"");
        }
    }

    @Nested
    class KeepingAlive {

        @Test
        void severalRequestsInOneSegmentAreEachAnswered() {
            say("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3));

            assertThat(line.text().split("HTTP/1.1 200 OK", -1)).hasSize(4);
        }

        @ParameterizedTest
        @CsvSource({
            "HTTP/1.1, close,      true",
            "HTTP/1.1, Keep-Alive, false",
            "HTTP/1.0, '',         true",
            "HTTP/1.0, Keep-Alive, false"
        })
        void theConnectionClosesAsAsked(String version, String connection, boolean closes) {
            say("GET / " + version + "\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n");

            assertThat(line.closed()).isEqualTo(closes);
            assertThat(line.text().contains("Connection: close\r\n")).isEqualTo(closes);
        }

        @Test
        void nothingAfterTheLastRequestIsAnswered() {
            say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nGET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(line.text()).doesNotContain("404");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET / HTTP/1.1\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "nonsense\r\n",
                    "\u0016\u0003\u0001"
                })
        void nonsenseIsABadRequestAndTheEnd(String nonsense) {
            say(nonsense);

            assertThat(line.text()).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("Connection: close\r\n");
            assertThat(line.closed()).isTrue();
        }
    }

    @Nested
    class Recognising {

        @ParameterizedTest
        @ValueSource(
                strings = {"GET / HTTP/1.1\r\n", "OPTIONS * HTTP/1.1", "POST http://x/ HTTP/1.1", "CONNECT x:443 HT"})
        void methodsOfHttpAreItsOwn(String head) {
            assertThat(service.recognises(bytes(head))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"OPTIONS sip:x SIP/2.0", "INVITE sip:x SIP/2.0", "<?xml", "\u0016\u0003\u0001", "GET", ""})
        void othersAreNot(String head) {
            assertThat(service.recognises(bytes(head))).isFalse();
        }
    }

    private void say(String text) {
        reception.received(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
