package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipRequestsTest {

    @Nested
    class Trunk {

        @ParameterizedTest
        @CsvSource({"mediation, pstn-gateway", "pstn-gateway, mediation"})
        void isProbedAndThenCalledThroughOnOneConnection(String near, String far) {
            MemoryWire.Told told = walk("sip/trunk", near, far);

            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToFar())
                    .containsSubsequence(
                            "OPTIONS sip:far1.fabrikam.lab:5061;transport=Tcp SIP/2.0",
                            "CSeq: 1 OPTIONS",
                            "INVITE sip:+12065550199@far1.fabrikam.lab;user=phone SIP/2.0",
                            "To: <sip:+12065550199@far1.fabrikam.lab;user=phone>\r\n",
                            "CSeq: 2 INVITE",
                            "Content-Type: application/sdp",
                            "CSeq: 2 ACK",
                            "CSeq: 3 BYE");
        }

        @Test
        void usesNoBranchTwice() {
            Matcher branches = Pattern.compile("branch=([^\r]+)")
                    .matcher(walk("sip/trunk", "mediation", "pstn-gateway").textToFar());

            assertThat(branches.results().map(found -> found.group(1)))
                    .hasSize(4)
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class Message {

        @Test
        void isPlainTextBetweenUsers() {
            MemoryWire.Told told = walk("sip/message", "internal-client", "front-end");

            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToFar())
                    .startsWith("MESSAGE sip:far1@fabrikam.lab SIP/2.0\r\n")
                    .contains("Content-Type: text/plain; charset=UTF-8\r\n");
        }
    }

    @Nested
    class RelayService {

        private final MemoryWire.Told told = walk("sip/service", "front-end", "edge");

        @Test
        void isAskedByItsGruu() {
            assertThat(told.textToFar())
                    .containsPattern(
                            "SERVICE sip:far1@fabrikam.lab;gruu;opaque=srvr:MRAS:[0-9A-Za-z_-]{22}AA SIP/2.0\r\n")
                    .contains("Content-Type: application/msrtc-media-relay-auth+xml\r\n")
                    .contains("<location>intranet</location><duration>480</duration>");
        }

        @Test
        void givesCredentialsAndARelay() {
            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToNear())
                    .contains("requestID=\"01234567\" from=\"sip:near1@contoso.lab\"")
                    .contains("<location>intranet</location><hostName>far1.fabrikam.lab</hostName>")
                    .contains("<udpPort>3478</udpPort><tcpPort>443</tcpPort>");
            assertThat(Base64.getDecoder().decode(inElement("username"))).hasSize(32);
            assertThat(Base64.getDecoder().decode(inElement("password"))).hasSize(20);
        }

        @Test
        void isNotBelievedWithoutCredentials() {
            MemoryWire.Told without = MemoryWire.between(
                            Sip.protocol(),
                            List::of,
                            bytes -> List.of(new String(bytes, StandardCharsets.ISO_8859_1)
                                    .replace("<username>", "<nsername>")
                                    .getBytes(StandardCharsets.ISO_8859_1)))
                    .walk("sip/service", Transport.TCP);

            assertThat(without.near().how()).isEqualTo(How.MALFORMED);
            assertThat(without.near().detail()).contains("200 OK without relay and credentials");
        }

        @Test
        void toldToRepeatMarkupRepeatsNone() throws Exception {
            byte[] request = Messages.withBody(
                    "SERVICE", "a@b", RelayCredentials.TYPE, "<request requestID=\"<x>\" from='\"' to=\"&amp;\"/>");
            String body = RelayCredentials.response((SipRequest) Messages.read(request), Identity.of(setting(5062)));

            assertThat(body).startsWith("<response requestID=\"\" from=\"\" to=\"&amp;\" ");
        }

        private String inElement(String name) {
            String text = told.textToNear();
            return text.substring(text.indexOf("<" + name + ">") + name.length() + 2, text.indexOf("</" + name + ">"));
        }
    }

    @Test
    void anotherServiceIsAnsweredWithoutABody() throws Exception {
        Step<SipMessage> answer = new SipService()
                .answer(setting(5061))
                .on(Messages.read(Messages.withBody("SERVICE", "a@b", "application/SOAP+xml", "<x/>")))
                .get(0);

        assertThat(Messages.text(((Step.Send<SipMessage>) answer).message().get()))
                .startsWith("SIP/2.0 200 OK\r\n")
                .contains("Content-Length: 0\r\n");
    }

    private static MemoryWire.Told walk(String exchange, String near, String far) {
        return MemoryWire.between(Sip.protocol()).withRoles(near, far).walk(exchange, Transport.TCP);
    }

    private static Setting setting(int port) {
        return new Setting(
                "",
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("10.2.0.10", port),
                new InetSocketAddress("10.1.0.10", 40_000),
                Transport.TCP,
                Security.MTLS);
    }
}
