package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Exchange.Answers;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpokenTest {
    private static final Exchange<String> ASK = Exchange.of("word/ask", Set.of(Transport.UDP), setting -> List.of());
    private static final Exchange<String> CALL =
            new Exchange<>("word/call", Set.of(Transport.TCP), Answers.AT_BOTH_ENDS, Stage.REPLY, setting -> List.of());

    private final Spoken spoken = Spoken.of(new Protocols(List.of(new Protocol<>("word", List.of(ASK, CALL), null))));

    @Test
    void exchangeIsSpokenOverTheTransportsItCanRideOn() {
        assertThat(spoken.speaks("word/ask", Transport.UDP)).isTrue();
        assertThat(spoken.speaks("word/ask", Transport.TCP)).isFalse();
        assertThat(spoken.speaks("word/other", Transport.UDP)).isFalse();
    }

    @Test
    void exchangeThatAnswersAtBothEndsCallsBack() {
        assertThat(spoken.callsBack("word/call")).isTrue();
        assertThat(spoken.callsBack("word/ask")).isFalse();
    }
}
