package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitLogTest {

    private static final InetSocketAddress PEER = new InetSocketAddress("10.1.0.66", 40_312);
    private static final Endpoint ENDPOINT = new Endpoint(
            new InetSocketAddress("10.2.0.10", 0).getAddress(),
            5061,
            Transport.TCP,
            Set.of(Security.NONE),
            Set.of("sip"));

    private final List<String> lines = new ArrayList<>();
    private long now;
    private final VisitLog log = new VisitLog(lines::add, () -> now, 3);

    @Test
    void aLineSaysWhoWhereWhatAndThePlace() {
        visits(1, "start line: 'xyzzy' is no SIP version");

        assertThat(lines)
                .containsExactly("10.1.0.66:40312 at 10.2.0.10:5061/tcp: malformed at request: "
                        + "start line: 'xyzzy' is no SIP version");
    }

    @Test
    void whatAPeerSentCannotLookLikeALineOfOurs() {
        visits(1, "found '\r\n10.9.9.9 at home: all is well\u001b[2J\u202e'");

        assertThat(lines).singleElement().asString().doesNotContain("\n", "\r", "\u001b", "\u202e");
    }

    @Test
    void aLongDetailIsCutShort() {
        visits(1, "x".repeat(10_000));

        assertThat(lines.get(0)).hasSizeLessThan(400).endsWith("…");
    }

    @Test
    void aFloodOfVisitsIsNoneOfLines() {
        visits(1_000, "start line");

        assertThat(lines).hasSize(3);
    }

    @Test
    void howManyWereNotToldIsToldWithTheNext() {
        visits(1_000, "start line");
        now += Duration.ofSeconds(10).toNanos();
        visits(1, "another");

        assertThat(lines).hasSize(5);
        assertThat(lines.get(3)).startsWith("997 more visits");
        assertThat(lines.get(4)).endsWith("another");
    }

    private void visits(int count, String detail) {
        IntStream.range(0, count)
                .forEach(i -> log.ended(ENDPOINT, PEER, new Ending(Stage.REQUEST, How.MALFORMED, detail)));
    }
}
