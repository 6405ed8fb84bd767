package dev.sallyport.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HttpCodecPropertyTest {

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("messages") HttpMessage message) throws Exception {
        HttpCodec codec = new HttpCodec();

        assertThat(codec.decode(new HttpCodec().encode(message))).containsExactly(message);
        assertThat(codec.kept()).isZero();
    }

    @Property(tries = 1000)
    void anyBytesAreMessagesOrMalformed(@ForAll("bytesLikeHttp") byte[] bytes) {
        HttpCodec codec = new HttpCodec();
        try {
            codec.decode(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(": ");
        }
        assertThat(codec.kept()).isLessThanOrEqualTo(2 * bytes.length);
    }

    @Provide
    Arbitrary<HttpMessage> messages() {
        return Combinators.combine(words(), targets(), headers(), bodies(), Arbitraries.of(true, false))
                .as(HttpCodecPropertyTest::message);
    }

    @Provide
    Arbitrary<byte[]> bytesLikeHttp() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "GET / HTTP/1.1\r\n",
                        "HTTP/1.1 200 OK\r\n",
                        "Content-Length: 3\r\n",
                        "\r\n",
                        "abc",
                        "3\r\n",
                        "\0",
                        "Transfer-Encoding: chunked\r\n",
                        "0\r\n\r\n",
                        "\u00fe",
                        " ",
                        ":",
                        "\r",
                        "HTTP/1.1 204 \r\n")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(
                pieces.map(text -> text.getBytes(StandardCharsets.ISO_8859_1)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
    }

    private static HttpMessage message(
            String word, String target, Map<String, String> fields, byte[] body, boolean chunked) {
        HttpHeaders headers = chunked
                ? HttpHeaders.of("Transfer-Encoding", "chunked")
                : HttpHeaders.of("Content-Length", Integer.toString(body.length));
        for (Map.Entry<String, String> field : fields.entrySet()) {
            headers = headers.and("X-" + field.getKey(), HttpText.trimmed(field.getValue()));
        }
        return target.length() % 2 == 0
                ? new HttpMessage.Request(word, "/" + target, HttpMessage.VERSION, headers, Octets.of(body))
                : new HttpMessage.Response(HttpMessage.VERSION, 200, word, headers, Octets.of(body));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
    }

    private static Arbitrary<String> targets() {
        return Arbitraries.strings().withCharRange('!', '~').ofMaxLength(40);
    }

    private static Arbitrary<Map<String, String>> headers() {
        return Arbitraries.maps(
                        words(),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withCharRange('\u0080', '\u00ff')
                                .ofMaxLength(30))
                .ofMaxSize(5);
    }

    private static Arbitrary<byte[]> bodies() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(500);
    }
}
