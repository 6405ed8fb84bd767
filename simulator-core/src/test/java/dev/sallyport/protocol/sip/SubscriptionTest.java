package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    @Nested
    class AClients {

        private final MemoryWire.Told told = walk("remote-client", "edge", "sip/subscribe");

        @Test
        void asksInLyncsWords() {
            assertThat(told.textToFar())
                    .startsWith("SUBSCRIBE sip:far1@fabrikam.lab SIP/2.0\r\n")
                    .contains("Event: presence\r\n")
                    .contains("Accept: application/msrtc-event-categories+xml, ")
                    .contains("Require: adhoclist, categoryList\r\n")
                    .contains("Supported: eventlist, ms-benotify, ")
                    .contains("Content-Type: application/msrtc-adrl-categorylist+xml\r\n")
                    .contains("<resource uri=\"sip:far1@fabrikam.lab\"/>");
        }

        @Test
        void isToldInARequestThatWantsNoAnswer() {
            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToNear())
                    .containsSubsequence(
                            "SIP/2.0 200 OK\r\n",
                            "BENOTIFY sip:near1@contoso.lab;opaque=user:epid:",
                            "CSeq: 1 BENOTIFY\r\n",
                            "Subscription-State: active;expires=7200\r\n",
                            "Content-Type: application/msrtc-event-categories+xml\r\n",
                            "<availability>3500</availability>");
            assertThat(told.messagesAtFar()).isEqualTo(1);
        }
    }

    @Nested
    class AServers {

        private final MemoryWire.Told told = walk("front-end", "front-end", "sip/subscribe");

        @Test
        void isToldByNotifyAndAnswersIt() {
            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToNear()).contains("\r\nCSeq: 1 NOTIFY\r\n").doesNotContain("BENOTIFY sip:");
            assertThat(told.textToFar())
                    .containsSubsequence("SUBSCRIBE sip:", "SIP/2.0 200 OK\r\n", "CSeq: 1 NOTIFY\r\n");
            assertThat(told.messagesAtFar()).isEqualTo(2);
        }

        @Test
        void doesNotWaitForWhatCameBeforeTheGrant() {
            MemoryWire.Told swapped = MemoryWire.between(Sip.protocol(), List::of, swapping())
                    .withRoles("front-end", "front-end")
                    .walk("sip/subscribe", Transport.TCP);

            assertThat(swapped.near().detail()).isEmpty();
            assertThat(swapped.messagesAtFar()).isEqualTo(2);
        }

        @Test
        void isNotGrantedByAForeignOrEndedNotification() {
            assertThat(altered("Call-ID: 0", "Call-ID: 1").near().how()).isEqualTo(How.SILENCE);
            assertThat(altered("State: active", "State: terminated").near().detail())
                    .contains("NOTIFY with the subscription's state 'terminated");
        }

        /** Alters what the far end tells, and leaves its answers alone. */
        private MemoryWire.Told altered(String from, String to) {
            Function<byte[], List<byte[]>> alter = bytes -> {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                return List.of((text.startsWith("NOTIFY") ? text.replace(from, to) : text)
                        .getBytes(StandardCharsets.ISO_8859_1));
            };
            return MemoryWire.between(Sip.protocol(), List::of, alter)
                    .withRoles("front-end", "front-end")
                    .walk("sip/subscribe", Transport.TCP);
        }

        private Function<byte[], List<byte[]>> swapping() {
            List<byte[]> held = new ArrayList<>();
            return bytes -> {
                held.add(0, bytes);
                return held.size() == 2 ? held : List.of();
            };
        }
    }

    @Nested
    class AnEdges {

        @Test
        void vouchesForItsUserAndRecordsItsRoute() {
            MemoryWire.Told told = walk("edge", "federated-partner", "sip/federation");

            assertThat(told.near().completed()).isTrue();
            assertThat(told.textToFar())
                    .contains("From: <sip:near1@contoso.lab>;")
                    .containsPattern("Record-Route: <sip:near1.contoso.lab:5061;transport=tcp;opaque=state:T:F:Ci.R"
                            + "[0-9a-f]{6};lr;ms-route-sig=[0-9A-Za-z_-]{43}>;tag=[0-9A-F]{32}\r\n")
                    .contains("ms-asserted-verification-level: ms-source-verified-user=verified\r\n")
                    .contains("ms-edge-proxy-message-trust: ms-source-type=AutoFederation;ms-ep-fqdn=near1.contoso.lab;"
                            + "ms-source-verified-user=verified;ms-source-network=federation\r\n");
            assertThat(told.textToNear()).containsPattern("NOTIFY sip:[^\r]*\r\n[^\r]*\r\n[^\r]*\r\nRoute: <sip:near1");
        }
    }

    @Nested
    class AStrangers {

        private final Answerer<SipMessage> answerer = new SipService().answer(setting());

        @Test
        void isToldAsTheStandardHasIt() throws Exception {
            List<String> answers = answers("Event: presence", "Contact: <sip:watcher@10.1.0.10>", "Expires: 600");

            assertThat(answers).hasSize(2);
            assertThat(answers.get(1))
                    .startsWith("NOTIFY sip:watcher@10.1.0.10 SIP/2.0\r\n")
                    .contains("To: sipp <sip:sipp@10.1.0.10:40000>;tag=far1\r\n")
                    .contains("Subscription-State: active;expires=600\r\n")
                    .contains("Content-Type: application/pidf+xml\r\n")
                    .contains("entity=\"sip:service@10.2.0.10:5068\"");
            assertThat(tagIn(answers.get(1), "From")).isEqualTo(tagIn(answers.get(0), "To"));
        }

        @Test
        void toAnotherEventIsToldOfNothing() throws Exception {
            assertThat(answers("Event: message-summary", "Contact: <sip:a@b>").get(1))
                    .contains("Event: message-summary\r\n")
                    .contains("Content-Length: 0\r\n");
        }

        @Test
        void endsWithALastWord() throws Exception {
            assertThat(answers("Event: presence", "Contact: <sip:a@b>", "Expires: 0")
                            .get(1))
                    .contains("Subscription-State: terminated;reason=timeout\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Event: presence", "Contact: <sip:a@b>"})
        void withoutEventOrContactCannotBeTold(String header) throws Exception {
            assertThat(answers(header)).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"sip:a@b;x=\"<&>\", '&quot;&lt;&amp;&gt;&quot;'"})
        void cannotWriteIntoTheDocument(String uri, String escaped) {
            assertThat(PresenceDocument.in(List.of(), uri).body())
                    .contains(escaped)
                    .doesNotContain("<&>");
        }

        private List<String> answers(String... more) throws Exception {
            return answerer.on(Messages.read(Messages.request("SUBSCRIBE", "a@b", "", more))).stream()
                    .map(step -> Messages.text(
                            ((Step.Send<SipMessage>) step).message().get()))
                    .toList();
        }
    }

    private static MemoryWire.Told walk(String near, String far, String exchange) {
        return MemoryWire.between(Sip.protocol()).withRoles(near, far).walk(exchange, Transport.TCP);
    }

    private static String tagIn(String message, String header) {
        String line = message.lines()
                .filter(l -> l.startsWith(header + ": "))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf(";tag="));
    }

    private static Setting setting() {
        return new Setting(
                "",
                new Setting.Identified("fe1.contoso.lab", "contoso.lab", "front-end"),
                new Setting.Identified("10.1.0.10", "", ""),
                new InetSocketAddress("10.2.0.10", 5068),
                new InetSocketAddress("10.1.0.10", 40_000),
                Transport.TCP,
                Security.NONE);
    }
}
