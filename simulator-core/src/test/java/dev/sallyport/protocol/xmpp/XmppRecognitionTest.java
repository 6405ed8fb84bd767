package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmppRecognitionTest {

    private final XmppService service = new XmppService(new DialbackKeys("s3cr3tf0rd14lb4ck"), () -> "D60000229F");

    @Nested
    class Nonces {

        @Test
        void standInTheHeader() {
            assertThat(service.nonce(StreamOpen.initial("a", "b", "0123456789abcdef01234567")))
                    .contains("0123456789abcdef01234567");
        }

        @Test
        void standInThePing() {
            assertThat(service.nonce(Stanzas.ping("a", "b", "0123456789abcdef01234567")))
                    .contains("0123456789abcdef01234567");
        }

        @Test
        void areNotOtherPeersIds() {
            assertThat(service.nonce(Stanzas.ping("a", "b", "purple1"))).isEmpty();
        }

        @Test
        void goOnInTheHeaderOfTheSecondConnection() {
            XmlElement result = XmlElement.of("jabber:server:dialback", "result")
                    .with("from", "a")
                    .with("to", "b");
            Verification verification = new Verification(result, "1", "0123456789abcdef01234567");
            Step.Dial<XmppMessage> dial = (Step.Dial<XmppMessage>) verification.dial(valid -> {});
            Setting.Identified nobody = new Setting.Identified("", "", "");
            Step<XmppMessage> first = dial.ladder()
                    .apply(new Setting("", nobody, nobody, null, null, Transport.TCP, Security.NONE))
                    .get(0);

            assertThat(service.nonce(((Step.Send<XmppMessage>) first).message().get()))
                    .contains("0123456789abcdef01234567");
        }
    }

    @Nested
    class Heads {

        @ParameterizedTest
        @ValueSource(strings = {"<?xml version='1.0'?>", "<stream:stream xmlns"})
        void aStreamIsRecognised(String head) {
            assertThat(recognised(head)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "GET / HTTP/1.1", "\u0016\u0003\u0001", "<html>"})
        void nothingElseIs(String head) {
            assertThat(recognised(head)).isFalse();
        }

        private boolean recognised(String head) {
            return service.recognises(head.getBytes(StandardCharsets.UTF_8));
        }
    }
}
