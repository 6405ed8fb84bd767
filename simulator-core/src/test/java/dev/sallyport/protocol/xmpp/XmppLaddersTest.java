package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class XmppLaddersTest {

    private static final String OPEN = "<?xml version='1.0'?><stream:stream xmlns='jabber:server'"
            + " xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'"
            + " from='contoso.lab' to='fabrikam.lab' version='1.0'"
            + " xmlns:sp='urn:sallyport' sp:nonce='0123456789abcdef01234567'>";
    private static final String STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    private static final String BIDI = "<bidi xmlns='urn:xmpp:bidi'/>";
    private static final String PING =
            "<iq from='contoso.lab' to='fabrikam.lab' type='get' id='0123456789abcdef01234567'>"
                    + "<ping xmlns='urn:xmpp:ping'/></iq>";

    private final Protocol<XmppMessage> protocol =
            Xmpp.protocol(new DialbackKeys("s3cr3tf0rd14lb4ck"), () -> "D60000229F");

    private MemoryWire.Told walked(String exchange) {
        return MemoryWire.between(protocol).walk(exchange, Transport.TCP);
    }

    private MemoryWire.Told walked(String exchange, String answered, String insteadOf) {
        Function<byte[], List<byte[]>> altered = bytes -> List.of(new String(bytes, StandardCharsets.UTF_8)
                .replace(insteadOf, answered)
                .getBytes(StandardCharsets.UTF_8));
        return MemoryWire.between(protocol, List::of, altered).walk(exchange, Transport.TCP);
    }

    @Nested
    class Server {

        @Test
        void reliesOnCertificatesAndPings() {
            assertThat(walked("xmpp/server").textToFar())
                    .isEqualTo(OPEN
                            + STARTTLS
                            + OPEN
                            + BIDI
                            + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>Y29udG9zby5sYWI=</auth>"
                            + OPEN
                            + PING
                            + "</stream:stream>");
        }

        @Test
        void sendsItsHeaderInOneWrite() {
            assertThat(walked("xmpp/server").toFar().get(0))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(OPEN);
        }

        @Test
        void provesTheStanzaByTheEndOfTheStreamWhereAnswersComeElsewhere() {
            MemoryWire.Told told = walked("xmpp/server", "", "<bidi xmlns='urn:xmpp:features:bidi'/>");

            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.textToFar()).doesNotContain(BIDI).endsWith(PING + "</stream:stream>");
        }

        @Test
        void namesWhatWasOfferedWhereSomethingTookStartTlsAway() {
            MemoryWire.Told told = walked("xmpp/server", "", STARTTLS);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail())
                    .isEqualTo("awaiting stream features: features with dialback, bidi came instead");
        }

        @Test
        void namesTheMechanismsWhereExternalIsNotAmongThem() {
            MemoryWire.Told told = walked("xmpp/server", "PLAIN", "EXTERNAL");

            assertThat(told.near().detail())
                    .isEqualTo("awaiting stream features: features with mechanisms PLAIN, dialback, bidi came instead");
        }

        @Test
        void namesTheReasonOfASaslFailure() {
            MemoryWire.Told told = walked(
                    "xmpp/server",
                    "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text>who?</text></failure>",
                    "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");

            assertThat(told.near().detail())
                    .isEqualTo("awaiting success of SASL EXTERNAL: SASL failure not-authorized: who? came instead");
        }

        @Test
        void namesTheReasonOfAStreamError() {
            MemoryWire.Told told = walked(
                    "xmpp/server",
                    "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>",
                    "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");

            assertThat(told.near().detail())
                    .isEqualTo("awaiting proceed with TLS: stream error host-unknown came instead");
        }

        @Test
        void refusesAStreamOfClients() {
            MemoryWire.Told told = walked("xmpp/server", "xmlns='jabber:client'", "xmlns='jabber:server'");

            assertThat(told.near().detail()).contains("a stream of 'jabber:client', not of 'jabber:server'");
        }

        @Test
        void endsByTheAnswerWhereItComesHere() {
            MemoryWire.Told told = walked("xmpp/server", "", "</stream:stream>");

            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(told.textToNear()).contains("type='result'");
        }

        @Test
        void takesAnErrorForAnAnswer() {
            assertThat(walked("xmpp/gateway", "type='error'", "type='result'")
                            .near()
                            .completed())
                    .isTrue();
        }
    }

    @Nested
    class Dialback {

        @Test
        void isProvenByASecondConnection() {
            MemoryWire.Told told = walked("xmpp/dialback");

            String key = new DialbackKeys("s3cr3tf0rd14lb4ck").key("fabrikam.lab", "contoso.lab", "D60000229F");
            assertThat(told.textToFar())
                    .contains("<db:result from='contoso.lab' to='fabrikam.lab'>" + key + "</db:result>")
                    .contains("<db:verify from='contoso.lab' to='fabrikam.lab' id='D60000229F' type='valid'/>")
                    .endsWith(PING + "</stream:stream>");
            assertThat(told.textToNear())
                    .contains("<db:verify from='fabrikam.lab' to='contoso.lab' id='D60000229F'>" + key + "</db:verify>")
                    .contains("<db:result from='fabrikam.lab' to='contoso.lab' type='valid'/>");
        }

        @Test
        void standsAtBothEnds() {
            assertThat(protocol.exchanges())
                    .filteredOn(exchange -> exchange.answersAt() == Exchange.Answers.AT_BOTH_ENDS)
                    .extracting(Exchange::name)
                    .containsExactly("xmpp/dialback");
        }

        @Test
        void goesInClearWhereNoTlsIsOffered() {
            MemoryWire.Told told = walked("xmpp/dialback", "<stream:features>", "<stream:features>" + STARTTLS);

            assertThat(told.near().completed()).isTrue();
            assertThat(told.toFar().get(1)).asString(StandardCharsets.UTF_8).isEqualTo(BIDI);
        }

        @Test
        void endsWhenTheKeyWasChangedOnTheWay() {
            Function<byte[], List<byte[]>> altered = bytes -> List.of(new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst("(<db:result [^>]*>)[^<]*", "$1forged")
                    .getBytes(StandardCharsets.UTF_8));
            MemoryWire.Told told =
                    MemoryWire.between(protocol, altered, List::of).walk("xmpp/dialback", Transport.TCP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail())
                    .isEqualTo("awaiting db:result of type 'valid': db:result of type 'invalid' came instead");
        }

        @Test
        void tellsWhyTheSecondConnectionFailed() {
            MemoryWire.Told told = walked("xmpp/dialback", "<stream:features><x xmlns='urn:y'>", "<db:verify ");

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail())
                    .startsWith("awaiting db:result of type 'valid': db:result of type 'error' (undefined-condition:"
                            + " dialback to contoso.lab ended in reply by ");
        }
    }

    @Nested
    class Gateway {

        @Test
        void pingsAtOnce() {
            assertThat(walked("xmpp/gateway").textToFar()).isEqualTo(OPEN + PING);
        }
    }
}
