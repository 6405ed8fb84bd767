package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.control.Message.Arm;
import dev.sallyport.control.Message.Armed;
import dev.sallyport.control.Message.Attempted;
import dev.sallyport.control.Message.Bye;
import dev.sallyport.control.Message.Collect;
import dev.sallyport.control.Message.Disarm;
import dev.sallyport.control.Message.Disarmed;
import dev.sallyport.control.Message.Equip;
import dev.sallyport.control.Message.Equipped;
import dev.sallyport.control.Message.Fire;
import dev.sallyport.control.Message.Fired;
import dev.sallyport.control.Message.Hello;
import dev.sallyport.control.Message.Observed;
import dev.sallyport.control.Message.Refused;
import dev.sallyport.control.Message.Renew;
import dev.sallyport.control.Message.Renewed;
import dev.sallyport.control.Message.Stop;
import dev.sallyport.control.Message.Stopped;
import dev.sallyport.control.Message.Welcome;
import dev.sallyport.identity.Pem;
import dev.sallyport.json.MalformedJsonException;
import dev.sallyport.run.Patience;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final Introduction WE = new Introduction(Samples.TOOL, "fe1", Samples.DIGEST);

    static Stream<Message> everyMessage() {
        Listening listening =
                new Listening(Samples.endpoint(Samples.FE1), Optional.of("port 5061 is taken"), Optional.empty());
        return Stream.of(
                new Hello(WE),
                new Welcome(WE, true),
                new Equip(new Pem("key", "cert\nof two lines", "ca")),
                new Equipped(),
                new Arm(List.of(Samples.endpoint(Samples.FE1))),
                new Armed(List.of(listening)),
                new Fire(List.of(Samples.check("a > b 5061/tcp")), Patience.spread()),
                new Attempted(Samples.attempt(Samples.check("a"))),
                new Fired(),
                new Stop(),
                new Stopped(),
                new Collect(),
                new Observed(Observation.none("fe1", "\"quoted\"")),
                new Disarm(),
                new Disarmed(),
                new Renew(),
                new Renewed(Samples.NOON),
                new Refused("no"),
                new Bye("the run is over"));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void everyMessageIsOneLineThatReadsBackEqual(Message message) {
        Envelope envelope = new Envelope(7, message);
        assertThat(envelope.line()).startsWith("{\"id\":7,\"").doesNotContain("\n");
        assertThat(Envelope.looksLikeOne(envelope.line())).isTrue();
        assertThat(Envelope.read(envelope.line())).isEqualTo(envelope);
    }

    @Test
    void noMessageIsLeftOut() {
        long kinds = Stream.of(Message.Order.class, Message.Answer.class)
                .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                .distinct()
                .count();
        assertThat(everyMessage().count()).isEqualTo(kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Last login: Fri",
                "{",
                "{\"level\":\"warn\"}",
                "{ not json",
                "WARNING: {\"id\":1,\"stop\":{}}"
            })
    void otherLinesDoNotLookLikeOne(String line) {
        assertThat(Envelope.looksLikeOne(line)).isFalse();
    }

    @Test
    void aMessageCutOffIsNamed() {
        String line = new Envelope(7, new Refused("because")).line();
        assertThatThrownBy(() -> Envelope.read(line.substring(0, line.length() - 4)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void anUnknownMessageIsNamed() {
        assertThatThrownBy(() -> Envelope.read("{\"id\":1,\"sweep\":{}}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("'sweep'");
    }

    @Test
    void aKeyIsNeverShown() {
        Equip equip = new Equip(new Pem("SECRET", "cert", "ca"));
        assertThat(new Envelope(1, equip).toString()).doesNotContain("SECRET");
        assertThatThrownBy(() -> Envelope.read("{\"id\":1,\"equip\":{\"identity\":\"SECRET\"}}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }
}
