package dev.sallyport.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.StreamSeen;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void mediaIsToldAsThisEndSawItAndAsTheOtherReportsIt() {
        StreamSeen seen = new StreamSeen(5, 1, 0.25, Optional.of(new StreamSeen.Told(0, 12.5)));

        assertThat(Words.facts(contact().with(Optional.of(seen))))
                .containsExactly(
                        "media 5 packets received, 1 lost, jitter 0.3 ms",
                        "media sent, as the other end reports 0 lost, jitter 12.5 ms");
    }

    @Test
    void aContactWithNeitherTlsNorMediaHasNoFacts() {
        assertThat(Words.facts(contact())).isEmpty();
    }

    private static Contact contact() {
        return new Contact(
                Instant.EPOCH,
                new InetSocketAddress("127.0.0.1", 40_000),
                new InetSocketAddress("127.0.0.2", 50_000),
                List.of(),
                new Ending(Stage.STREAM, How.COMPLETED, ""),
                Traffic.NONE,
                Traffic.NONE,
                Optional.empty(),
                Optional.empty(),
                100);
    }
}
