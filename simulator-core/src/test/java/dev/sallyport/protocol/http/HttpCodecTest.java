package dev.sallyport.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCodecTest {

    private final HttpCodec codec = new HttpCodec();

    @Nested
    class Reading {

        @Test
        void requestsFollowOneAnotherOnOneConnection() throws Exception {
            List<HttpMessage> messages = decode("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(messages)
                    .extracting(HttpMessage::startLine)
                    .containsExactly("GET /a HTTP/1.1", "GET /b HTTP/1.1");
        }

        @Test
        void bytesMayBeSplitAnywhere() throws Exception {
            List<HttpMessage> messages = new ArrayList<>();
            for (byte b : bytes("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n\r\n")) {
                messages.addAll(codec.decode(new byte[] {b}));
            }

            assertThat(messages).extracting(message -> message.body().text()).containsExactly("abc", "");
        }

        @Test
        void chunksBecomeOneBodyAndTrailersAreDropped() throws Exception {
            HttpMessage message = decode("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "4;name=value\r\nWiki\r\n00005\r\npedia\r\n0\r\nExpires: never\r\n\r\n")
                    .get(0);

            assertThat(message.body().text()).isEqualTo("Wikipedia");
            assertThat(message.headers().first("Expires")).isEmpty();
        }

        @Test
        void anAnswerToHeadHasNoBodyWhateverItsLength() throws Exception {
            codec.encode(HttpMessage.Request.of("HEAD", "/", HttpHeaders.of("Host", "x")));
            codec.encode(HttpMessage.Request.of("GET", "/", HttpHeaders.of("Host", "x")));

            List<HttpMessage> messages =
                    decode("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
                            + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

            assertThat(messages).extracting(message -> message.body().text()).containsExactly("", "", "ok");
        }

        @Test
        void aBodyThatEndsWithTheConnectionIsNotAwaited() throws Exception {
            List<HttpMessage> messages = decode("HTTP/1.0 200 OK\r\n\r\n<html>\r\nHTTP/1.1 500 Not this\r\n\r\n");

            assertThat(messages).extracting(HttpMessage::startLine).containsExactly("HTTP/1.0 200 OK");
        }

        @Test
        void bareLineFeedsAndEmptyLinesBeforehandAreOverlooked() throws Exception {
            assertThat(decode("\r\n\nGET / HTTP/1.1\nHost:  x \n\n"))
                    .containsExactly(HttpMessage.Request.of("GET", "/", HttpHeaders.of("Host", "x")));
        }

        @Test
        void aHeaderKeepsItsBytes() throws Exception {
            assertThat(decode("GET / HTTP/1.1\r\nX: \u00e4\u0085\u00ff\r\n\r\n")
                            .get(0)
                            .headers()
                            .first("x"))
                    .contains("\u00e4\u0085\u00ff");
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                GET /                                              | start line
                GET / HTTP/1.1 x                                   | start line
                HTTP/1.1 20 OK                                     | start line
                GET / HTTP/1.1¶Host x                              | header line 1
                GET / HTTP/1.1¶Host: x¶Accept : y                  | header line 2
                GET / HTTP/1.1¶Host: x¶ folded                     | header line 2
                GET / HTTP/1.1¶Content-Length: 1x¶                 | Content-Length
                GET / HTTP/1.1¶Content-Length: 1¶Content-Length: 2¶| Content-Length
                GET / HTTP/1.1¶Content-Length: 1048577¶            | Content-Length
                GET / HTTP/1.1¶Content-Length: 99999999999999999¶  | Content-Length
                GET / HTTP/1.1¶Content-Length: 1¶Transfer-Encoding: chunked¶ | Content-Length
                GET / HTTP/1.1¶Transfer-Encoding: gzip, chunked¶   | Transfer-Encoding
                GET / HTTP/1.1¶Transfer-Encoding: chunked¶¶xyz     | chunk at body byte 0
                GET / HTTP/1.1¶Transfer-Encoding: chunked¶¶1¶aa¶   | chunk at body byte 1
                GET / HTTP/1.1¶Transfer-Encoding: chunked¶¶FFFFFF¶ | chunk at body byte 0
                """)
        void whatIsMalformedIsRefusedWithItsPlace(String text, String place) {
            assertThatThrownBy(() -> decode(text.strip().replace("¶", "\r\n") + "\r\n"))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(place + ":");
        }

        @Test
        void controlCharactersAreRefusedAtTheirByte() {
            assertThatThrownBy(() -> decode("GET / HTTP/1.1\r\nHost: \0"))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage("header line 1, byte 6: 0x00 cannot stand here");
            assertThatThrownBy(() -> new HttpCodec().decode(bytes("\u0016\u0003\u0001")))
                    .hasMessage("start line, byte 0: 0x16 cannot stand here");
            assertThatThrownBy(() -> new HttpCodec().decode(bytes("GET\r / HTTP/1.1\r\n")))
                    .hasMessage("start line, byte 4: 0x20 cannot stand here");
        }

        @Test
        void whatWasWholeBeforeIsGivenFirstAndWhatFollowsIsDropped() throws Exception {
            assertThat(decode("GET / HTTP/1.1\r\n\r\n\0")).hasSize(1);
            assertThatThrownBy(() -> decode("GET / HTTP/1.1\r\n\r\n")).isInstanceOf(MalformedMessageException.class);
            assertThat(decode("GET / HTTP/1.1\r\n\r\n")).isEmpty();
        }
    }

    @Nested
    class Keeping {

        @Test
        void aHeadWithoutEndIsRefusedAtItsBound() throws Exception {
            decode("GET /" + "a".repeat(HttpCodec.MOST_HEAD - 5));

            assertThat(codec.kept()).isLessThanOrEqualTo(2 * HttpCodec.MOST_HEAD);
            assertThatThrownBy(() -> decode("a")).hasMessage("start line: no end within 65536 bytes");
            assertThat(codec.kept()).isZero();
        }

        @Test
        void manyShortHeadersAreBoundedToo() {
            String head = "GET / HTTP/1.1\r\n" + "a:b\r\n".repeat(HttpCodec.MOST_HEAD / 4);

            assertThatThrownBy(() -> decode(head)).hasMessageContaining("no end within 65536 bytes");
        }

        @Test
        void chunksTogetherAreBounded() throws Exception {
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            decode("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(16));

            assertThatThrownBy(() -> decode("1\r\n")).hasMessageContaining("more than 1048576 bytes");
        }

        @Test
        void theLargestBodyIsTaken() throws Exception {
            List<HttpMessage> messages =
                    decode("PUT / HTTP/1.1\r\nContent-Length: 1048576\r\n\r\n" + "x".repeat(HttpFraming.MOST));

            assertThat(messages.get(0).body().length()).isEqualTo(HttpFraming.MOST);
            assertThat(codec.kept()).isZero();
        }
    }

    @Nested
    class Writing {

        @Test
        void aBodyOtherThanItsHeadersSayIsABug() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> codec.encode(new HttpMessage.Request(
                            "PUT", "/", HttpMessage.VERSION, HttpHeaders.of("Content-Length", "3"), Octets.utf8("ab"))))
                    .withMessage("writing 'PUT / HTTP/1.1': the body has 2 bytes, its headers say 3");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x\r\nInjected: y", "x\n", " x", "x\u007f"})
        void aHeaderCannotBecomeTwo(String value) {
            assertThatIllegalArgumentException().isThrownBy(() -> HttpHeaders.of("Host", value));
        }
    }

    private List<HttpMessage> decode(String text) throws MalformedMessageException {
        return codec.decode(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
