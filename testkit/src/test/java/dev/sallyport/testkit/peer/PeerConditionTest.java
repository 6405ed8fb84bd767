package dev.sallyport.testkit.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeerConditionTest {

    @Test
    void absentPeersAreNamedAndPresentOnesAreNot() {
        assertThat(PeerCondition.missing(Stream.of("sh", "no-such-peer", "nor-this")))
                .hasValue("there is no no-such-peer, no nor-this on the PATH: install it");
        assertThat(PeerCondition.missing(Stream.of("sh"))).isEmpty();
    }
}
