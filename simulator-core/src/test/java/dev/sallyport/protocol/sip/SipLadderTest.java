package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SipLadderTest {

    @Nested
    class OverTheWire {

        @Test
        void aMediationServerProbesItsGateway() {
            String sent = walk("sip/options").textToFar();

            assertThat(sent)
                    .startsWith("OPTIONS sip:far1.fabrikam.lab:5061;transport=Tcp SIP/2.0\r\n")
                    .contains("Via: SIP/2.0/TCP 10.1.0.10:40000;branch=z9hG4bK01234567.")
                    .containsPattern("From: <sip:near1.contoso.lab:40000;transport=Tcp;ms-opaque=[0-9a-f]{10}>;"
                            + "tag=[0-9a-f]{10};epid=[0-9a-f]{10}\r\n")
                    .contains("Call-ID: " + MemoryWire.NONCE + "@near1.contoso.lab\r\n")
                    .contains("CSeq: 1 OPTIONS\r\n")
                    .contains("User-Agent: RTCC/5.0.0.0 MediationServer\r\n")
                    .contains(";maddr=10.1.0.10;");
        }

        @Test
        void aCallOverATrunkIsInNumbersAndInClear() {
            String sent = MemoryWire.between(Sip.protocol())
                    .withRoles("mediation", "pstn-gateway")
                    .walk("sip/invite", Transport.TCP)
                    .textToFar();

            assertThat(sent)
                    .startsWith("INVITE sip:+12065550199@far1.fabrikam.lab;user=phone SIP/2.0\r\n")
                    .contains("From: <sip:+12065550100@near1.contoso.lab;user=phone>;")
                    .contains("Content-Type: application/sdp\r\n")
                    .contains("c=IN IP4 10.1.0.10\r\n")
                    .contains(" RTP/AVP 0 8 101 13\r\n");
        }

        @Test
        void theDialogGoesOnWhereTheFarContactSays() {
            MemoryWire.Told told = walk("sip/invite");

            assertThat(told.textToFar())
                    .contains("ACK sip:10.2.0.10:5061;transport=tcp;ms-opaque=")
                    .contains("BYE sip:10.2.0.10:5061;transport=tcp;ms-opaque=")
                    .contains("CSeq: 1 ACK\r\n")
                    .contains("CSeq: 2 BYE\r\n");
            assertThat(told.textToFar().split("Call-ID: " + MemoryWire.NONCE + "@near1", -1))
                    .hasSize(4);
        }

        @Test
        void aCallIsAnsweredAsTheLadderInTheRfc() {
            String came = walk("sip/invite").textToNear();

            assertThat(came.lines().filter(line -> line.startsWith("SIP/2.0")))
                    .containsExactly("SIP/2.0 100 Trying", "SIP/2.0 180 Ringing", "SIP/2.0 200 OK", "SIP/2.0 200 OK");
            assertThat(came).contains("Server: RTC/5.0\r\n").contains(";ms-received-port=40000;ms-received-cid=");
        }

        @Test
        void aRegistrarChallengesInLyncsOrderAndBelievesTheAnswer() {
            MemoryWire.Told told = walk("sip/register");

            assertThat(told.textToNear())
                    .containsSubsequence(
                            "SIP/2.0 401 Unauthorized",
                            "WWW-Authenticate: NTLM realm=\"SIP Communications Service\", targetname=\"far1.fabrikam.lab\", version=4",
                            "WWW-Authenticate: Kerberos realm=\"SIP Communications Service\", targetname=\"sip/far1.fabrikam.lab\"",
                            "WWW-Authenticate: TLS-DSK realm=",
                            "sts-uri=\"https://far1.fabrikam.lab:443/CertProv/CertProvisioningService.svc\"",
                            "SIP/2.0 200 OK",
                            "Authentication-Info: NTLM qop=\"auth\"",
                            "expires=7200",
                            "presence-state: register-action=\"added\"");
            assertThat(told.textToFar())
                    .containsSubsequence(
                            "REGISTER sip:",
                            "CSeq: 1 REGISTER",
                            "CSeq: 2 REGISTER",
                            "Authorization: NTLM qop=\"auth\", realm=\"SIP Communications Service\", targetname=\"far1.fabrikam.lab\"",
                            "gssapi-data=\"TlRMTVNTUAAD");
        }

        private MemoryWire.Told walk(String exchange) {
            return MemoryWire.between(Sip.protocol()).walk(exchange, Transport.TCP);
        }
    }

    @Nested
    class ByRole {

        @Test
        void aClientSignsInWithLyncsVocabulary() {
            assertThat(firstOf("sip/register", "remote-client", Security.TLS))
                    .startsWith("REGISTER sip:contoso.lab SIP/2.0\r\n")
                    .contains("To: <sip:client1@contoso.lab>\r\n")
                    .contains("Via: SIP/2.0/TLS 198.51.100.20:50000;branch=z9hG4bK")
                    .contains("User-Agent: UCCAPI/15.0.4569.1503 OC/15.0.4569.1503 (Microsoft Lync)\r\n")
                    .containsPattern(
                            "Contact: <sip:198.51.100.20:50000;transport=tls;ms-opaque=[0-9a-f]{10}>;methods=\"INVITE, "
                                    + "MESSAGE, INFO, OPTIONS, BYE, CANCEL, NOTIFY, ACK, REFER, BENOTIFY\";proxy=replace;"
                                    + "\\+sip.instance=\"<urn:uuid:[0-9a-f-]{36}>\"\r\n")
                    .contains("Supported: gruu-10, adhoclist, msrtc-event-categories\r\n")
                    .contains("ms-keep-alive: UAC;hop-hop=yes\r\n")
                    .contains("Event: registration\r\n")
                    .contains("ms-subnet: 198.51.100.0\r\n");
        }

        @Test
        void aClientCallsByItsGruuAndOffersSecureMedia() {
            assertThat(firstOf("sip/invite", "internal-client", Security.TLS))
                    .startsWith("INVITE sip:edge1@fabrikam.lab SIP/2.0\r\n")
                    .containsPattern("Contact: <sip:client1@contoso.lab;opaque=user:epid:[0-9A-Za-z_-]{22}AA;gruu>\r\n")
                    .contains("Supported: ms-early-media\r\nSupported: 100rel\r\n")
                    .contains(" RTP/SAVP 117 114 104 9 112 111 0 8 116 115 103 97 13 118 101\r\n")
                    .containsPattern("a=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:[0-9A-Za-z+/]{40}\\|2\\^31\\|1:1\r\n")
                    .containsPattern("a=candidate:1 1 UDP 2130706431 198.51.100.20 \\d+ typ host\r\n");
        }

        @Test
        void aServerNamesItselfAsOne() {
            assertThat(firstOf("sip/options", "front-end", Security.MTLS))
                    .startsWith("OPTIONS sip:edge1.fabrikam.lab:5061;transport=tls SIP/2.0\r\n")
                    .contains("User-Agent: RTC/5.0\r\n");
        }

        @Test
        void anIpv6AddressStandsInBrackets() {
            Setting setting = setting("mediation", Security.NONE, new InetSocketAddress("fd00:1::11", 40_000));
            String sent = Messages.text(firstOf("sip/invite", setting));

            assertThat(sent)
                    .contains("Via: SIP/2.0/TCP [fd00:1:0:0:0:0:0:11]:40000;branch=")
                    .contains("c=IN IP6 fd00:1:0:0:0:0:0:11\r\n")
                    .contains("maddr=[fd00:1:0:0:0:0:0:11]");
        }

        @Test
        void whatEachRoleSendsIsGoodSip() throws Exception {
            for (Exchange<SipMessage> exchange : Sip.protocol().exchanges()) {
                for (String role : List.of("mediation", "pstn-gateway", "legacy-client", "ip-phone", "director", "")) {
                    SipRequest read = (SipRequest)
                            Messages.read(firstOf(exchange.name(), setting(role, Security.MTLS, address(50_000)))
                                    .bytes());

                    assertThat(read.refusal()).isEmpty();
                }
            }
        }

        private String firstOf(String exchange, String role, Security security) {
            return Messages.text(firstOf(exchange, setting(role, security, address(50_000))));
        }

        private SipMessage firstOf(String exchange, Setting setting) {
            return ((Step.Send<SipMessage>) ladder(exchange, setting).get(0))
                    .message()
                    .get();
        }
    }

    @Nested
    class Matching {

        private final List<Step<SipMessage>> ladder =
                ladder("sip/options", setting("mediation", Security.NONE, address(50_000)));
        private final SipMessage sent =
                ((Step.Send<SipMessage>) ladder.get(0)).message().get();

        @Test
        void aProvisionalResponseIsNotTheAnswer() throws Exception {
            assertThat(match(response("100 Trying", ""))).isInstanceOf(Match.Awaiting.class);
        }

        @Test
        void theFinalResponseIsExpected() throws Exception {
            assertThat(match(response("200 OK", ""))).isInstanceOf(Match.Expected.class);
        }

        @Test
        void anotherFinalResponseIsNamed() throws Exception {
            assertThat(match(response("403 Forbidden", ""))).isEqualTo(Match.unexpected("403 Forbidden"));
        }

        @Test
        void lyncsDiagnosticsAreTold() throws Exception {
            SipMessage response = response("504 Server time-out", "ms-diagnostics: 1008;reason=\"x\"\r\n");

            assertThat(match(response))
                    .isEqualTo(Match.unexpected("504 Server time-out (ms-diagnostics: 1008;reason=\"x\")"));
        }

        @Test
        void anAnswerToAnotherTransactionIsIgnored() throws Exception {
            String other = Messages.text(response("403 Forbidden", "")).replace("z9hG4bK", "z9hG4bKx");

            assertThat(match(Messages.read(other.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))))
                    .isInstanceOf(Match.Awaiting.class);
        }

        @Test
        void keepAlivesAndRequestsAreIgnored() throws Exception {
            assertThat(match(KeepAlive.PING)).isInstanceOf(Match.Awaiting.class);
            assertThat(match(Messages.read(Messages.request("OPTIONS", "a@b", ""))))
                    .isInstanceOf(Match.Awaiting.class);
        }

        @Test
        void aChallengeWithoutNtlmIsUnexpected() throws Exception {
            List<Step<SipMessage>> register =
                    ladder("sip/register", setting("remote-client", Security.TLS, address(50_000)));
            SipMessage request =
                    ((Step.Send<SipMessage>) register.get(0)).message().get();
            SipMessage digest =
                    answer(request, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\"\r\n");

            assertThat(((Step.Expect<SipMessage>) register.get(1)).match().apply(digest))
                    .isEqualTo(Match.unexpected("401 Unauthorized without an NTLM challenge"));
        }

        @Test
        void anAnswerToAnInviteWithoutSdpIsUnexpected() throws Exception {
            List<Step<SipMessage>> invite = ladder("sip/invite", setting("mediation", Security.NONE, address(50_000)));
            SipMessage request =
                    ((Step.Send<SipMessage>) invite.get(0)).message().get();

            assertThat(((Step.Expect<SipMessage>) invite.get(1)).match().apply(answer(request, "200 OK", "")))
                    .isEqualTo(Match.unexpected("200 OK without an SDP answer"));
        }

        private Match match(SipMessage message) {
            return ((Step.Expect<SipMessage>) ladder.get(1)).match().apply(message);
        }

        private SipMessage response(String status, String more) throws Exception {
            return answer(sent, status, more);
        }

        private SipMessage answer(SipMessage request, String status, String more) throws Exception {
            Headers headers = ((SipRequest) Messages.read(request.bytes())).headers();
            return Messages.read(Messages.bytes(
                    "SIP/2.0 " + status,
                    "Via: " + headers.value("Via"),
                    "From: " + headers.value("From"),
                    "To: " + headers.value("To") + ";tag=x",
                    "Call-ID: " + headers.value("Call-ID"),
                    "CSeq: " + headers.value("CSeq"),
                    more + "Content-Length: 0",
                    ""));
        }
    }

    private static List<Step<SipMessage>> ladder(String exchange, Setting setting) {
        return Sip.protocol().exchanges().stream()
                .filter(known -> known.name().equals(exchange))
                .findFirst()
                .orElseThrow()
                .ladder()
                .apply(setting);
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress("198.51.100.20", port);
    }

    private static Setting setting(String role, Security security, InetSocketAddress local) {
        return new Setting(
                MemoryWire.NONCE,
                new Setting.Identified("client1.contoso.lab", "contoso.lab", role),
                new Setting.Identified("edge1.fabrikam.lab", "fabrikam.lab", "edge"),
                local,
                new InetSocketAddress("203.0.113.10", 5061),
                Transport.TCP,
                security);
    }
}
