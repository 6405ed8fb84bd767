package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipServiceTest {

    private static final String SDP = "v=0\r\no=user1 1 1 IN IP4 10.1.0.10\r\ns=-\r\nc=IN IP4 10.1.0.10\r\nt=0 0\r\n"
            + "m=audio 6000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";

    private final SipService service = new SipService();
    private final Answerer<SipMessage> answerer = service.answer(setting("10.1.0.10", "front-end"));

    @Nested
    class ACall {

        @Test
        void isTriedRingsAndIsAnswered() throws Exception {
            List<String> answers = answers(invite("one@near"));

            assertThat(answers)
                    .extracting(SipServiceTest::statusLine)
                    .containsExactly("100 Trying", "180 Ringing", "200 OK");
            assertThat(answers.get(0)).doesNotContain(";tag=" + tagIn(answers.get(2)));
            assertThat(answers.get(1)).contains(";tag=" + tagIn(answers.get(2)));
            assertThat(answers.get(2))
                    .contains("m=audio ")
                    .contains(" RTP/AVP 0\r\n")
                    .contains("Contact: <sip:10.2.0.10:5068");
        }

        @Test
        void isAcknowledgedInSilenceAndEnded() throws Exception {
            String tag = tagIn(answers(invite("one@near")).get(2));

            assertThat(answers(Messages.request("ACK", "one@near", tag))).isEmpty();
            assertThat(status(Messages.request("BYE", "one@near", tag))).isEqualTo("200 OK");
            assertThat(status(Messages.request("BYE", "one@near", tag))).startsWith("481 ");
        }

        @Test
        void standsBesideHundredsOfOthers() throws Exception {
            for (int i = 0; i < 300; i++) {
                assertThat(answers(invite(i + "@near"))).hasSize(3);
            }
            for (int i = 299; i >= 0; i--) {
                assertThat(status(Messages.request("BYE", i + "@near", ""))).isEqualTo("200 OK");
            }
        }

        @Test
        void isRefusedWhereTooManyStand() throws Exception {
            for (int i = 0; i < Calls.MOST; i++) {
                answers(invite(i + "@near"));
            }

            assertThat(status(invite("more@near"))).startsWith("503 ");
            assertThat(status(Messages.request("BYE", "0@near", ""))).isEqualTo("200 OK");
            assertThat(status(invite("more@near"))).isEqualTo("100 Trying");
        }

        @Test
        void isNotEndedByAnotherTag() throws Exception {
            answers(invite("one@near"));

            assertThat(status(Messages.request("BYE", "one@near", "stranger"))).startsWith("481 ");
        }

        @Test
        void isOfferedAnewWithinItself() throws Exception {
            String tag = tagIn(answers(invite("one@near")).get(2));

            assertThat(answers(Messages.request("INVITE", "one@near", tag)))
                    .hasSize(3)
                    .last()
                    .asString()
                    .contains("v=0\r\n");
            assertThat(status(Messages.request("INVITE", "other@near", tag))).startsWith("481 ");
        }

        @Test
        void returnsTheRouteThatWasRecorded() throws Exception {
            byte[] routed = Messages.request(
                    "INVITE", "one@near", "", "Record-Route: <sip:p1;lr>", "Record-Route: <sip:p2;lr>");

            assertThat(answers(routed).get(2)).contains("Record-Route: <sip:p1;lr>\r\nRecord-Route: <sip:p2;lr>\r\n");
        }
    }

    @Nested
    class Answers {

        @ParameterizedTest
        @CsvSource({
            "OPTIONS, 200 OK",
            "MESSAGE, 200 OK",
            "INFO, 200 OK",
            "NOTIFY, 200 OK",
            "SUBSCRIBE, 200 OK",
            "SERVICE, 200 OK",
            "REFER, 202 Accepted",
            "NEGOTIATE, 488 Not Acceptable Here",
            "CANCEL, 481 Call/Transaction Does Not Exist",
            "BYE, 481 Call/Transaction Does Not Exist",
            "PUBLISH, 405 Method Not Allowed",
            "FROBNICATE, 405 Method Not Allowed"
        })
        void eachMethodByItsCode(String method, String status) throws Exception {
            assertThat(status(Messages.request(method, "a@b", ""))).isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ACK", "BENOTIFY"})
        void whatWantsNoAnswerGetsNone(String method) throws Exception {
            assertThat(answers(Messages.request(method, "a@b", "x"))).isEmpty();
        }

        @Test
        void anUnknownMethodIsToldTheKnownOnes() throws Exception {
            assertThat(answers(Messages.request("FROBNICATE", "a@b", "")).get(0))
                    .contains("Allow: INVITE, ACK, BYE, ");
        }

        @Test
        void aCancelComesTooLateAndIsAnswered() throws Exception {
            answers(invite("one@near"));

            assertThat(answers(Messages.request("CANCEL", "one@near", "")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("SIP/2.0 200 ");
        }

        @Test
        void aResponseToNothingIsIgnored() throws Exception {
            byte[] response =
                    answers(Messages.request("OPTIONS", "a@b", "")).get(0).getBytes(StandardCharsets.ISO_8859_1);

            assertThat(answerer.on(Messages.read(response))).isEmpty();
        }

        @Test
        void aPingGetsItsPong() throws Exception {
            assertThat(answers("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                    .containsExactly("\r\n");
        }

        @Test
        void everyViaComesBackInOrder() throws Exception {
            byte[] bytes = Messages.request("OPTIONS", "a@b", "", "Via: SIP/2.0/TCP behind;branch=z9hG4bK2");

            assertThat(answers(bytes).get(0))
                    .containsSubsequence("Via: SIP/2.0/TCP 10.1.0.10", "Via: SIP/2.0/TCP behind;branch=z9hG4bK2\r\n");
        }

        @Test
        void aSourceThatIsNotTheOneInViaIsNoted() throws Exception {
            Answerer<SipMessage> behindNat = service.answer(setting("192.0.2.9", "pstn-gateway"));
            String answer =
                    answers(behindNat, Messages.request("OPTIONS", "a@b", "")).get(0);

            assertThat(answer).contains("z9hG4bK-a.b-OPTIONS;received=192.0.2.9\r\n");
        }

        @Test
        void thePortIsNotedWhereItIsAskedFor() throws Exception {
            String asked = new String(Messages.request("OPTIONS", "a@b", ""), StandardCharsets.ISO_8859_1)
                    .replace(";branch", ";rport;branch");

            assertThat(answers(asked.getBytes(StandardCharsets.ISO_8859_1)).get(0))
                    .contains(";rport=40000;branch=")
                    .contains(";received=10.1.0.10");
        }
    }

    @Nested
    class ARegistration {

        @Test
        void isChallengedWithoutCredentials() throws Exception {
            assertThat(answers(Messages.request("REGISTER", "a@b", "")).get(0))
                    .startsWith("SIP/2.0 401 ")
                    .containsSubsequence(
                            "WWW-Authenticate: NTLM ", "WWW-Authenticate: Kerberos ", "WWW-Authenticate: TLS-DSK ");
        }

        @Test
        void isChallengedAgainWhereTheTokenIsEmpty() throws Exception {
            byte[] begun = Messages.request(
                    "REGISTER",
                    "a@b",
                    "",
                    "Authorization: NTLM qop=\"auth\", realm=\"r\", gssapi-data=\"\", version=4");

            assertThat(answers(begun).get(0)).startsWith("SIP/2.0 401 ").contains("gssapi-data=\"TlRMTVNTUAAC");
        }

        @Test
        void isBoundByAnyCredentials() throws Exception {
            byte[] bytes = Messages.request(
                    "REGISTER",
                    "a@b",
                    "",
                    "Authorization: NTLM realm=\"r\", gssapi-data=\"x\"",
                    "Contact: <sip:a@10.1.0.10>",
                    "Expires: 600");

            assertThat(answers(bytes).get(0))
                    .startsWith("SIP/2.0 200 ")
                    .contains("Contact: <sip:a@10.1.0.10>;expires=600\r\n")
                    .contains("ms-keep-alive: UAS; tcp=no;");
        }
    }

    @Nested
    class Recognition {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "INVITE sip:a@b SIP/2.0\r\n",
                    "OPTIONS sips:a",
                    "OPT",
                    "REGISTER SIP:",
                    "\r\n\r\n",
                    "SIP/2.0 200 OK"
                })
        void sipIsRecognised(String head) {
            assertThat(service.recognises(head.getBytes(StandardCharsets.ISO_8859_1)))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "OPTIONS / HTTP/1.1", "OPTIONS * HTTP/1.1", "GET /", "<?xml", "\u0016\u0003\u0001"})
        void othersAreNot(String head) {
            assertThat(service.recognises(head.getBytes(StandardCharsets.ISO_8859_1)))
                    .isFalse();
        }
    }

    @Nested
    class Nonce {

        @Test
        void standsInTheCallId() throws Exception {
            assertThat(service.nonce(Messages.read(Messages.request("BYE", MemoryWire.NONCE + "@near1", ""))))
                    .contains(MemoryWire.NONCE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1-77@127.0.0.1", "0123456789ABCDEF01234567@x", "0123456789abcdef012345678@x"})
        void isNoOtherCallId(String callId) throws Exception {
            assertThat(service.nonce(Messages.read(Messages.request("BYE", callId, ""))))
                    .isEmpty();
        }
    }

    private byte[] invite(String callId) {
        return Messages.withBody("INVITE", callId, "application/sdp", SDP);
    }

    private String status(byte[] bytes) throws Exception {
        return statusLine(answers(bytes).get(0));
    }

    private List<String> answers(byte[] bytes) throws Exception {
        return answers(answerer, bytes);
    }

    private static List<String> answers(Answerer<SipMessage> answerer, byte[] bytes) throws Exception {
        return answerer.on(Messages.read(bytes)).stream()
                .map(step ->
                        Messages.text(((Step.Send<SipMessage>) step).message().get()))
                .toList();
    }

    private static String statusLine(String answer) {
        return answer.substring("SIP/2.0 ".length(), answer.indexOf("\r\n"));
    }

    private static String tagIn(String answer) {
        int at = answer.indexOf("\r\nTo: ");
        return answer.substring(answer.indexOf(";tag=", at) + 5, answer.indexOf("\r\n", at + 2));
    }

    private static Setting setting(String source, String role) {
        return new Setting(
                "",
                new Setting.Identified("fe1.contoso.lab", "contoso.lab", role),
                new Setting.Identified(source, "", ""),
                new InetSocketAddress("10.2.0.10", 5068),
                new InetSocketAddress(source, 40_000),
                Transport.TCP,
                Security.NONE);
    }
}
