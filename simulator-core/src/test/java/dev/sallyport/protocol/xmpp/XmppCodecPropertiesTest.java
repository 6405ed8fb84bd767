package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the framing for any conversation and any bytes. */
class XmppCodecPropertiesTest {

    @Property(tries = 200)
    void anySplitGivesTheSameMessages(
            @ForAll("conversations") List<XmppMessage> conversation, @ForAll("cuts") List<Integer> cuts)
            throws MalformedMessageException {
        XmppCodec codec = new XmppCodec();
        byte[] bytes = conversation.stream()
                .map(message -> new String(codec.encode(message), StandardCharsets.UTF_8))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);

        assertThat(decodedInParts(codec, bytes, cuts)).isEqualTo(conversation);
    }

    private static List<XmppMessage> decodedInParts(XmppCodec codec, byte[] bytes, List<Integer> cuts)
            throws MalformedMessageException {
        List<XmppMessage> messages = new ArrayList<>();
        int at = 0;
        for (int i = 0; at < bytes.length; i++) {
            int end = Math.min(bytes.length, at + cuts.get(i % cuts.size()));
            messages.addAll(codec.decode(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        return messages;
    }

    @Provide
    static Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 400).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    static Arbitrary<List<XmppMessage>> conversations() {
        StreamOpen open = StreamOpen.initial("contoso.lab", "fabrikam.lab", "0123456789abcdef01234567");
        return elements(2).list().ofMaxSize(4).map(elements -> {
            List<XmppMessage> all = new ArrayList<>();
            all.add(open);
            all.addAll(elements);
            all.add(new StreamEnd());
            return all;
        });
    }

    private static Arbitrary<XmlElement> elements(int depth) {
        Arbitrary<String> namespaces = Arbitraries.of("jabber:server", "jabber:server:dialback", "urn:xmpp:ping", "");
        Arbitrary<String> names = Arbitraries.of("iq", "message", "result", "x-1", "größe");
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("abc <>&'\"ü€]\t\n")
                .ofMaxLength(40)
                .map(value -> value.replace("c", "\ud83d\ude00"));
        Arbitrary<Map<XmlName, String>> attributes = Arbitraries.maps(
                        Arbitraries.of(
                                XmlName.plain("id"),
                                XmlName.plain("to"),
                                new XmlName(Namespaces.XML, "lang"),
                                new XmlName("urn:sallyport", "nonce")),
                        text.map(value -> value.replaceAll("[\\t\\n]", "")))
                .ofMaxSize(3);
        Arbitrary<List<XmlElement>> children = depth == 0
                ? Arbitraries.just(List.of())
                : elements(depth - 1).list().ofMaxSize(3);
        return Combinators.combine(Combinators.combine(namespaces, names).as(XmlName::new), attributes, text, children)
                .as(XmlElement::new);
    }

    @Property(tries = 500)
    void bytesAtRandomGiveMessagesOrAMalformedMessageException(@ForAll byte[] bytes) throws MalformedMessageException {
        onlyMalformed(new XmppCodec(), bytes);
        onlyMalformed(opened(), bytes);
    }

    @Property(tries = 1000)
    void markupAtRandomGivesMessagesOrAMalformedMessageException(@ForAll("markup") List<String> parts)
            throws MalformedMessageException {
        onlyMalformed(opened(), String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static void onlyMalformed(XmppCodec codec, byte[] bytes) {
        try {
            codec.decode(bytes);
            codec.decode(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
    }

    @Provide
    static Arbitrary<List<String>> markup() {
        return Arbitraries.of(
                        "<",
                        ">",
                        "/>",
                        "</",
                        "<!",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "<?",
                        "?>",
                        "&",
                        "&#",
                        "&#x110000;",
                        "&lt;",
                        ";",
                        "iq",
                        "a",
                        ":",
                        "=",
                        "'",
                        "\"",
                        " ",
                        "\n",
                        "xmlns",
                        "xml",
                        "é",
                        "\u0001",
                        "\uffff",
                        "<iq>",
                        "</iq>",
                        "<!DOCTYPE",
                        "[",
                        "]")
                .list()
                .ofMaxSize(30);
    }

    private static XmppCodec opened() throws MalformedMessageException {
        XmppCodec codec = new XmppCodec();
        codec.decode(codec.encode(StreamOpen.initial("contoso.lab", "fabrikam.lab", "")));
        return codec;
    }
}
