package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmppCodecTest {

    private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:server'"
            + " xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'"
            + " from='contoso.lab' to='fabrikam.lab' version='1.0'>";

    private static List<XmppMessage> decoded(XmppCodec codec, String text) throws MalformedMessageException {
        return codec.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static XmppCodec opened() throws MalformedMessageException {
        XmppCodec codec = new XmppCodec();
        decoded(codec, HEADER);
        return codec;
    }

    @Nested
    class Header {

        @Test
        void goesOutWithTheNamespacesThatPeersLookFor() {
            byte[] bytes = new XmppCodec().encode(StreamOpen.initial("contoso.lab", "fabrikam.lab", ""));

            assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(HEADER);
        }

        @Test
        void carriesTheNonceInANamespaceOfItsOwn() throws MalformedMessageException {
            XmppCodec codec = new XmppCodec();
            StreamOpen open = StreamOpen.initial("contoso.lab", "fabrikam.lab", "0123456789abcdef01234567");

            String text = new String(codec.encode(open), StandardCharsets.UTF_8);

            assertThat(text).contains(" xmlns:sp='urn:sallyport' sp:nonce='0123456789abcdef01234567'>");
            assertThat(decoded(codec, text)).containsExactly(open);
        }

        @Test
        void isReadAsOneMessageWithItsContentNamespace() throws MalformedMessageException {
            StreamOpen open = (StreamOpen) decoded(new XmppCodec(), HEADER).get(0);

            assertThat(open.name()).isEqualTo(new XmlName("http://etherx.jabber.org/streams", "stream"));
            assertThat(open.content()).isEqualTo("jabber:server");
            assertThat(open.from()).contains("contoso.lab");
            assertThat(open.version()).contains("1.0");
            assertThat(open.id()).isEmpty();
        }

        @Test
        void mayBeOfAnyPrefix() throws MalformedMessageException {
            List<XmppMessage> messages = decoded(
                    new XmppCodec(), "<s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns='jabber:server'>");

            assertThat(messages)
                    .containsExactly(new StreamOpen(
                            new XmlName("http://etherx.jabber.org/streams", "stream"), "jabber:server", Map.of()));
        }

        @Test
        void isReadAnewAfterARestart() throws MalformedMessageException {
            XmppCodec codec = opened();
            decoded(codec, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");

            codec.restart();

            assertThat(decoded(codec, HEADER)).singleElement().isInstanceOf(StreamOpen.class);
        }
    }

    @Nested
    class Framing {

        @Test
        void severalStanzasInOneSegmentAreSeveralMessages() throws MalformedMessageException {
            List<XmppMessage> messages = decoded(
                    new XmppCodec(),
                    HEADER + "<presence/>\n <message><body>a&amp;b</body></message><iq/></stream:stream>");

            assertThat(messages).hasSize(5).last().isEqualTo(new StreamEnd());
            assertThat(messages.get(2))
                    .isEqualTo(XmlElement.of("jabber:server", "message")
                            .containing(XmlElement.of("jabber:server", "body").saying("a&b")));
        }

        @Test
        void whitespaceThatKeepsAStreamAliveIsNoMessage() throws MalformedMessageException {
            assertThat(decoded(opened(), " \n ")).isEmpty();
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "<!DOCTYPE x SYSTEM 'http://example.org/'>   | a document type",
                    "<!DOCTYPE x [<!ENTITY a 'b'>]>              | not well-formed XML",
                    "<?php x?>                                   | a processing instruction",
                    "<!-- x -->                                  | a comment",
                })
        void theHeaderIsNotPrecededBy(String text, String problem) {
            assertThatThrownBy(() -> decoded(new XmppCodec(), "<?xml version='1.0'?>" + text + HEADER.substring(21)))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining(problem);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "<!-- x -->       | a comment",
                    "<?php x?>        | a processing instruction",
                    "<iq>&a;</iq>     | an entity reference",
                    "<iq></message>   | not well-formed XML",
                    "<a:iq/>          | not well-formed XML",
                    "<iq a='1' a='2'/>| not well-formed XML",
                    "<iq>&#0;</iq>    | not well-formed XML",
                    "hello            | text between the elements of the stream",
                    "<?xml version='1.0'?>| not well-formed XML",
                })
        void theStreamDoesNotContain(String text, String problem) throws MalformedMessageException {
            XmppCodec codec = opened();

            assertThatThrownBy(() -> decoded(codec, text + "<iq/>"))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining(problem);
        }

        @Test
        void aRefusalNamesItsPlace() throws MalformedMessageException {
            XmppCodec codec = opened();

            assertThatThrownBy(() -> decoded(codec, "<iq><a></b></iq>"))
                    .hasMessageMatching("byte 20\\d of the stream: not well-formed XML: .+");
        }

        @Test
        void nothingIsReadAfterARefusal() throws MalformedMessageException {
            XmppCodec codec = opened();
            assertThatThrownBy(() -> decoded(codec, "<!-- -->")).isInstanceOf(MalformedMessageException.class);

            assertThatThrownBy(() -> decoded(codec, "<iq/>")).hasMessageContaining("was broken before");
        }
    }

    @Nested
    class Bounds {

        @Test
        void anElementOfTheLargestSizeIsRead() throws MalformedMessageException {
            assertThat(decoded(opened(), "<message>" + "x".repeat(XmppCodec.LARGEST - 2048) + "</message>"))
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<message>", "<message a='", "<", "<![CDATA["})
        void anElementThatDoesNotEndIsRefused(String begin) throws MalformedMessageException {
            XmppCodec codec = opened();

            assertThatThrownBy(() -> decoded(codec, begin + "x".repeat(XmppCodec.LARGEST + 2048)))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("262144");
        }

        @Test
        void aThousandSegmentsOfOneElementAreRefusedAsOne() throws MalformedMessageException {
            XmppCodec codec = opened();
            decoded(codec, "<message>");

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            decoded(codec, "x".repeat(300));
                        }
                    })
                    .hasMessageContaining("262144");
        }

        @Test
        void whitespaceForeverIsNoElement() throws MalformedMessageException {
            XmppCodec codec = opened();

            assertThat(decoded(codec, " ".repeat(XmppCodec.LARGEST * 2))).isEmpty();
        }

        @Test
        void elementsTooDeepAreRefused() throws MalformedMessageException {
            XmppCodec codec = opened();
            decoded(codec, "<a>".repeat(StreamReader.DEEPEST));

            assertThatThrownBy(() -> decoded(codec, "<a>")).hasMessageContaining("nested deeper than 64");
        }

        @Test
        void namesWithoutEndAreRefused() throws MalformedMessageException {
            XmppCodec codec = opened();
            String names = IntStream.range(0, StreamReader.MOST_NAMES + 1)
                    .mapToObj(i -> "<n" + i + "/>")
                    .collect(Collectors.joining());

            assertThatThrownBy(() -> decoded(codec, names)).hasMessageContaining("more than 2048 different names");
        }
    }
}
