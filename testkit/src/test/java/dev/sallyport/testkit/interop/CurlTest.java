package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sallyport.check.Contact;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.testkit.interop.Curl.Answer;
import dev.sallyport.testkit.interop.Curl.Asked;
import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** curl as a client of our web components (SRV-11 to SRV-14) and of conference control (SRV-04). */
@RequiresPeer(value = "curl", root = true)
class CurlTest {
    private static final String FRONT_END = "127.55.73.1";
    private static final String DIRECTOR = "127.55.73.2";
    private static final String HOST = "fe1.contoso.lab";
    private static final String NONCE = "0123456789abcdef01234567";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String XML = "text/xml; charset=utf-8";
    private static final String CCCP = "application/cccp+xml";
    private static final String CONFERENCE = "https://" + HOST + ":444/LiveServer/IMMCU";

    /** What Lync's web components publish, and what each answers. */
    private static final Map<String, String> PUBLISHED = new TreeMap<>(Map.ofEntries(
            Map.entry("/Autodiscover/AutodiscoverService.svc/root", XML),
            Map.entry("/WebTicket/WebTicketService.svc", HTML),
            Map.entry("/CertProv/CertProvisioningService.svc", HTML),
            Map.entry("/groupexpansion/service.svc", HTML),
            Map.entry("/abs/handler", HTML),
            Map.entry("/mcx/mcxservice.svc", HTML),
            Map.entry("/ucwa/v1/applications", "application/json"),
            Map.entry("/meet/", HTML),
            Map.entry("/dialin/", HTML),
            Map.entry("/GetHealth", XML),
            Map.entry("/", XML)));

    private final LoopbackLab lab = LoopbackLab.of("""
            lab: web
            domain: contoso.lab
            zones: [internal]
            hosts:
              fe1: { zone: internal, address: %s, roles: [front-end] }
              director1: { zone: internal, address: %s, roles: [director] }
              client1: { zone: internal, address: 127.55.73.3, roles: [internal-client] }
              proxy1: { zone: internal, address: 127.55.73.4, roles: [reverse-proxy] }
            """.formatted(FRONT_END, DIRECTOR));

    private Curl curl;

    @BeforeEach
    void serve(@TempDir Path directory) {
        lab.serve("fe1", lab.plan("SRV-04", "SRV-11", "SRV-12", "SRV-13", "SRV-14"));
        curl = Curl.playing(lab.identity("director1"), directory, DIRECTOR, FRONT_END);
    }

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    @Nested
    class WebComponents {

        @ParameterizedTest
        @ValueSource(strings = {"http://%s", "https://%s", "http://%s:8080", "https://%s:4443"})
        void everyPathIsPublishedOnOneConnection(String site) {
            List<String> urls = PUBLISHED.keySet().stream()
                    .map(path -> site.formatted(HOST) + path)
                    .toList();
            Asked asked = curl.ask(urls, "--header", "X-Sallyport-Nonce: " + NONCE);
            assertThat(asked.exit()).as(asked.words()).isZero();
            assertThat(asked.answers())
                    .extracting(Answer::status)
                    .hasSize(urls.size())
                    .containsOnly(200);
            assertThat(asked.answers()).extracting(Answer::type).containsExactlyElementsOf(PUBLISHED.values());
            assertThat(asked.answers()).allSatisfy(CurlTest::isLyncsOwn);
            assertThat(asked.answers()).extracting(Answer::nonce).containsOnly(NONCE);
            assertThat(asked.answers().stream().mapToInt(Answer::connects).sum())
                    .isEqualTo(1);
            assertThat(seen()).singleElement().satisfies(contact -> {
                wentInOrder(contact);
                assertThat(contact.nonces()).containsExactly(NONCE);
                assertThat(contact.tls().isPresent()).isEqualTo(site.startsWith("https"));
            });
        }

        @Test
        void headIsAnsweredWithoutItsBody() {
            Asked asked = curl.ask(List.of("http://" + HOST + "/meet/", "http://" + HOST + "/meet/"), "--head");
            assertThat(asked.exit()).as(asked.words()).isZero();
            assertThat(asked.answers()).extracting(Answer::status).containsExactly(200, 200);
            assertThat(asked.answers()).allSatisfy(answer -> assertThat(Integer.parseInt(answer.length()))
                    .isPositive());
            assertThat(asked.words()).doesNotContain("<html");
            assertThat(seen()).singleElement().satisfies(CurlTest::wentInOrder);
        }

        @Test
        void theOldVersionIsAnsweredAndClosed() {
            Asked asked = curl.ask(List.of("http://" + HOST + "/", "http://" + HOST + "/"), "--http1.0");
            assertThat(asked.exit()).as(asked.words()).isZero();
            assertThat(asked.answers()).extracting(Answer::status).containsExactly(200, 200);
            assertThat(asked.answers()).extracting(Answer::connection).containsOnly("close");
            assertThat(asked.answers()).extracting(Answer::connects).containsExactly(1, 1);
            assertThat(seen()).hasSize(2).allSatisfy(CurlTest::wentInOrder);
        }

        @Test
        void autodiscoverIsWrittenAsItIsAsked() {
            String url = "https://" + HOST + "/autodiscover/autodiscoverservice.svc/root";
            Asked json = curl.ask(List.of(url), "--header", "Accept: application/json");
            assertThat(json.answers()).extracting(Answer::type).containsExactly("application/json");
            assertThat(json.words()).contains("\"token\":\"User\",\"href\":\"https://" + HOST);
            Asked xml = curl.ask(List.of(url));
            assertThat(xml.answers()).extracting(Answer::type).containsExactly(XML);
            assertThat(xml.words()).contains("<Link token=\"User\" href=\"https://" + HOST);
        }

        @Test
        void whatIsNotPublishedIsNotFound() {
            Asked asked = curl.ask(List.of("http://" + HOST + "/owa/", "http://" + HOST + "/"));
            assertThat(asked.answers()).extracting(Answer::status).containsExactly(404, 200);
            assertThat(asked.answers()).extracting(Answer::connects).containsExactly(1, 0);
            assertThat(asked.answers()).allSatisfy(CurlTest::isLyncsOwn);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
        void otherMethodsAreNotAllowed(String method) {
            Asked asked = curl.ask(List.of("http://" + HOST + "/meet/"), "--request", method, "--data", "x=1");
            assertThat(asked.answers()).extracting(Answer::status).containsExactly(405);
            assertThat(asked.answers()).extracting(Answer::allow).containsExactly("GET, HEAD");
        }

        @Test
        void certificateNamesTheServerAndNobodyElse() {
            Asked asked = curl.ask(List.of("https://other.contoso.lab/"));
            assertThat(asked.exit()).as(asked.words()).isEqualTo(60);
            assertThat(asked.words()).contains("no alternative certificate subject name matches");
            assertThat(seen())
                    .singleElement()
                    .satisfies(contact -> assertThat(contact.received().bytes()).isZero());
        }

        @Test
        void serverCannotBeTalkedIntoAnotherVersion() {
            Asked asked = curl.ask(List.of("https://" + HOST + "/"), "--http2");
            assertThat(asked.answers()).extracting(Answer::version).containsExactly("1.1");
            assertThat(curl.ask(List.of("https://" + HOST + "/"), "--tlsv1.3").exit())
                    .isEqualTo(35);
        }
    }

    @Nested
    class ConferenceControl {
        private static final String REQUEST =
                "<request xmlns=\"urn:ietf:params:xml:ns:cccp\" C3PVersion=\"1\" to=\"sip:a\" from=\"sip:b\""
                        + " requestId=\"12345678\"><addConference/></request>";

        @ParameterizedTest
        @ValueSource(strings = {"Content-Type: " + CCCP, "Transfer-Encoding: chunked", "Expect: 100-continue"})
        void requestIsGranted(String header) {
            Asked asked = curl.ask(
                    List.of(CONFERENCE),
                    Curl.presenting(
                            "--header", "Content-Type: " + CCCP, "--header", header, "--data", curl.body(REQUEST)));
            assertThat(asked.exit()).as(asked.words()).isZero();
            assertThat(asked.answers()).extracting(Answer::status).containsExactly(200);
            assertThat(asked.answers()).extracting(Answer::type).containsExactly(CCCP);
            assertThat(asked.words()).contains("requestId=\"12345678\"", "code=\"success\"");
            assertThat(seen()).singleElement().satisfies(contact -> {
                wentInOrder(contact);
                assertThat(contact.tls().flatMap(TlsSeen::peer)).isPresent();
            });
        }

        @Test
        void otherMethodsAndTypesAreNot() {
            assertThat(curl.ask(List.of(CONFERENCE), Curl.presenting()).answers())
                    .extracting(Answer::status, Answer::allow)
                    .containsExactly(tuple(405, "POST"));
            assertThat(curl.ask(List.of(CONFERENCE), Curl.presenting("--data", "x=1"))
                            .answers())
                    .extracting(Answer::status)
                    .containsExactly(415);
        }

        @Test
        void clientWithoutACertificateIsNotHeard() {
            Asked asked = curl.ask(List.of(CONFERENCE), "--data", curl.body(REQUEST));
            assertThat(asked.exit()).as(asked.words()).isNotZero();
            assertThat(asked.words()).contains("alert bad certificate");
            assertThat(seen()).singleElement().satisfies(contact -> assertThat(
                            contact.tls().flatMap(TlsSeen::refusal))
                    .isPresent());
        }
    }

    private List<Contact> seen() {
        return lab.observed("fe1").seen();
    }

    private static void isLyncsOwn(Answer answer) {
        assertThat(answer.server()).isEqualTo("Microsoft-IIS/8.5");
        assertThat(answer.poweredBy()).isEqualTo("ASP.NET");
        assertThat(answer.fqdn()).isEqualTo(HOST);
    }

    private static void wentInOrder(Contact contact) {
        assertThat(contact.ending().completed()).as("%s", contact.ending()).isTrue();
        assertThat(contact.remote().getAddress().getHostAddress()).isEqualTo(DIRECTOR);
    }
}
