package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Line;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmppServiceTest {

    private static final String OPEN = "<?xml version='1.0'?><stream:stream xmlns='jabber:server'"
            + " xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'"
            + " from='fabrikam.lab' to='contoso.lab' version='1.0'>";
    private static final String HEADER = OPEN.replace(
            "from='fabrikam.lab' to='contoso.lab' version='1.0'",
            "from='contoso.lab' to='fabrikam.lab' version='1.0' id='D60000229F'");
    private static final String OFFERS = "<dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback>"
            + "<bidi xmlns='urn:xmpp:features:bidi'/></stream:features>";
    private static final String STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    private static final String PROCEED = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    private static final String AUTH = "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>";
    private static final String SUCCESS = "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";
    private static final String PING =
            "<iq type='get' id='p1' from='fabrikam.lab' to='contoso.lab'>" + "<ping xmlns='urn:xmpp:ping'/></iq>";
    private static final String PONG = "<iq type='result' from='contoso.lab' to='fabrikam.lab' id='p1'/>";

    private final DialbackKeys keys = new DialbackKeys("s3cr3tf0rd14lb4ck");

    private Peer peer(Security security) {
        return new Peer(new XmppService(keys, () -> "D60000229F"), security);
    }

    private Peer peer() {
        return peer(Security.NONE);
    }

    private Peer securedPeer() {
        return peer().says(OPEN).says(STARTTLS).says(OPEN).forgets();
    }

    /** A peer of the service: says text and keeps what comes; TLS succeeds at once, a second connection as told. */
    private static final class Peer implements Line {
        private final Reception<XmppMessage> reception;
        private final StringBuilder heard = new StringBuilder();
        private Ending dialled = new Ending(Stage.REPLY, How.COMPLETED, "");

        Peer(XmppService service, Security security) {
            Setting.Identified self = new Setting.Identified("edge1.contoso.lab", "contoso.lab", "edge");
            Setting.Identified unknown = new Setting.Identified("10.2.0.10", "", "");
            InetSocketAddress address = InetSocketAddress.createUnresolved("10.1.0.10", 5269);
            Setting setting = new Setting("", self, unknown, address, address, Transport.TCP, security);
            reception = new Reception<>(service, setting, this);
        }

        Peer says(String text) {
            reception.received(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Peer forgets() {
            heard.setLength(0);
            return this;
        }

        String heard() {
            return heard.toString();
        }

        @Override
        public void send(byte[] bytes) {
            heard.append(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void startTls(Runnable done) {
            heard.append("[TLS]");
            done.run();
        }

        @Override
        public void close() {
            heard.append("[close]");
        }

        @Override
        public Runnable after(Duration delay, Runnable action) {
            throw new IllegalStateException("a service waits for nothing");
        }

        @Override
        public <N> void dial(
                String name,
                int port,
                Supplier<Codec<N>> codecs,
                Function<Setting, List<Step<N>>> ladder,
                Consumer<Ending> ended) {
            heard.append("[dial ").append(name).append(' ').append(port).append(']');
            ended.accept(dialled);
        }
    }

    @Nested
    class Streams {

        @Test
        void offerTlsAndDialbackAtFirst() {
            assertThat(peer().says(OPEN).heard()).isEqualTo(HEADER + "<stream:features>" + STARTTLS + OFFERS);
        }

        @Test
        void beginAnewAfterTlsAndOfferSaslExternal() {
            assertThat(peer().says(OPEN).forgets().says(STARTTLS).says(OPEN).heard())
                    .isEqualTo(PROCEED
                            + "[TLS]"
                            + HEADER
                            + "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                            + "<mechanism>EXTERNAL</mechanism></mechanisms>"
                            + OFFERS);
        }

        @Test
        void offerNothingMoreOnAConnectionBornInTls() {
            assertThat(peer(Security.MTLS).says(OPEN).says(PING).heard())
                    .isEqualTo(HEADER + "<stream:features/>" + PONG);
        }

        @Test
        void haveNoFeaturesBeforeVersionOne() {
            assertThat(peer().says(OPEN.replace("lab' version='1.0'", "lab'")).heard())
                    .isEqualTo(HEADER);
        }

        @Test
        void answerForTheirOwnDomainWhereNoneIsAskedFor() {
            assertThat(peer().says(OPEN.replace(" to='contoso.lab'", "")).heard())
                    .contains(" from='contoso.lab' to='fabrikam.lab'");
        }

        @Test
        void endWhenThePeerEndsThem() {
            assertThat(peer().says(OPEN).forgets().says("</stream:stream>").heard())
                    .isEqualTo("</stream:stream>[close]");
        }
    }

    @Nested
    class StreamErrors {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "xmlns='jabber:server', xmlns='jabber:client', invalid-namespace",
                    "http://etherx.jabber.org/streams, http://example.org/streams, invalid-namespace",
                    "lab' version='1.0', lab' version='0.9', unsupported-version",
                    "lab' version='1.0', lab' version='one', unsupported-version",
                })
        void answerAHeaderThatCannotBe(String good, String bad, String condition) {
            assertThat(peer().says(OPEN.replace(good, bad)).heard())
                    .startsWith(HEADER)
                    .contains("<stream:error><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>")
                    .endsWith("</stream:error></stream:stream>[close]");
        }

        @Test
        void answerWhatIsNotXml() {
            assertThat(peer().says(OPEN).forgets().says("<iq></message>").heard())
                    .startsWith("<stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>")
                    .contains("</stream:error></stream:stream>[close]");
        }

        @Test
        void areSaidOnce() {
            Peer peer = peer().says(OPEN).says("<iq></message>").forgets();

            assertThat(peer.says("<iq/>").heard()).isEqualTo("[close]");
        }

        @Test
        void haveAHeaderBeforeThemWhereNoneWasSent() {
            assertThat(peer().says("GET / HTTP/1.1\r\n").heard())
                    .startsWith("<?xml version='1.0'?><stream:stream ")
                    .contains("<not-well-formed ");
        }

        @Test
        void answerAnElementOfNoMeaning() {
            assertThat(peer().says(OPEN).forgets().says("<x xmlns='urn:y'/>").heard())
                    .contains("<unsupported-stanza-type ");
        }

        @Test
        void answerWhatWasSentBehindStartTls() {
            assertThat(peer().says(OPEN).forgets().says(STARTTLS + PING).heard())
                    .contains("<not-authorized ")
                    .doesNotContain(PONG);
        }
    }

    @Nested
    class Sasl {

        @ParameterizedTest
        @ValueSource(strings = {"=", "", "ZmFicmlrYW0ubGFi"})
        void externalSucceedsForTheStreamsDomain(String authzid) {
            assertThat(securedPeer().says(AUTH + authzid + "</auth>").says(OPEN).heard())
                    .isEqualTo(SUCCESS + HEADER + "<stream:features/>");
        }

        @ParameterizedTest
        @CsvSource({"Y29udG9zby5sYWI=, invalid-authzid", "*, incorrect-encoding"})
        void externalFailsForAnother(String authzid, String condition) {
            assertThat(securedPeer().says(AUTH + authzid + "</auth>").heard())
                    .isEqualTo("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition + "/></failure>");
        }

        @Test
        void failsInClear() {
            assertThat(peer().says(OPEN).forgets().says(AUTH + "=</auth>").heard())
                    .contains("<encryption-required/>");
        }

        @Test
        void knowsNoOtherMechanism() {
            assertThat(securedPeer()
                            .says(AUTH.replace("EXTERNAL", "PLAIN") + "=</auth>")
                            .heard())
                    .contains("<invalid-mechanism/>");
        }

        @Test
        void startTlsTwiceFails() {
            assertThat(securedPeer().says(STARTTLS).heard())
                    .isEqualTo("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>[close]");
        }
    }

    @Nested
    class Dialback {

        private static final String RESULT = "<db:result from='fabrikam.lab' to='contoso.lab'>key</db:result>";

        @Test
        void asksTheOriginatingDomain() {
            assertThat(peer().says(OPEN).forgets().says(RESULT).heard())
                    .isEqualTo("[dial fabrikam.lab 5269]"
                            + "<db:result from='contoso.lab' to='fabrikam.lab' type='valid'/>");
        }

        @ParameterizedTest
        @CsvSource({
            "REPLY, silence, remote-server-timeout",
            "CONNECT, silence, remote-server-timeout",
            "RESOLVE, local, remote-server-not-found",
            "CONNECT, refused, undefined-condition",
        })
        void tellsWhyItCouldNotAsk(Stage stage, String how, String condition) {
            Peer peer = peer().says(OPEN).forgets();
            peer.dialled = new Ending(stage, new How(how), "no way");

            assertThat(peer.says(RESULT).heard())
                    .contains("type='error'><error xmlns='jabber:server' ".replace("xmlns='jabber:server' ", ""))
                    .contains("<" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>")
                    .contains("dialback to fabrikam.lab ended in " + stage.text() + " by " + how + ": no way</text>");
        }

        @Test
        void confirmsAKeyOfItsOwn() {
            String key = keys.key("fabrikam.lab", "contoso.lab", "7");

            assertThat(peer().says(OPEN).forgets().says(verify(key)).heard())
                    .isEqualTo("<db:verify from='contoso.lab' to='fabrikam.lab' id='7' type='valid'/>");
        }

        @Test
        void deniesAnotherKey() {
            assertThat(peer().says(OPEN).forgets().says(verify("forged")).heard())
                    .isEqualTo("<db:verify from='contoso.lab' to='fabrikam.lab' id='7' type='invalid'/>");
        }

        @Test
        void needsAddresses() {
            assertThat(peer().says(OPEN)
                            .forgets()
                            .says("<db:result>key</db:result>")
                            .heard())
                    .contains("<improper-addressing ");
        }

        private static String verify(String key) {
            return "<db:verify from='fabrikam.lab' to='contoso.lab' id='7'>" + key + "</db:verify>";
        }
    }

    @Nested
    class StanzasFromPeers {

        @Test
        void pingsAreAnsweredWhereBothWaysAreAgreedOn() {
            assertThat(securedPeer()
                            .says("<bidi xmlns='urn:xmpp:bidi'/>")
                            .says(AUTH + "=</auth>")
                            .says(OPEN)
                            .forgets()
                            .says(PING)
                            .heard())
                    .isEqualTo(PONG);
        }

        @Test
        void nothingComesBackOnAStreamOfOneWay() {
            assertThat(securedPeer()
                            .says(AUTH + "=</auth>")
                            .says(OPEN)
                            .forgets()
                            .says(PING)
                            .heard())
                    .isEmpty();
        }

        @Test
        void anUnknownQueryGetsServiceUnavailable() {
            assertThat(peer().says(OPEN)
                            .forgets()
                            .says("<iq type='set' id='1'><q xmlns='urn:y'/></iq>")
                            .heard())
                    .isEqualTo("<iq type='error' id='1'><error type='cancel'>"
                            + "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"<presence/>", "<message><body>x</body></message>", "<iq type='result' id='1'/>", "<iq/>"})
        void nothingElseIsAnswered(String stanza) {
            assertThat(peer().says(OPEN).forgets().says(stanza).heard()).isEmpty();
        }
    }
}
