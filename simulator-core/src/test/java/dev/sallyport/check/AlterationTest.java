package dev.sallyport.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Bytes that changed on the way are named by their fields, and never invented. */
class AlterationTest {

    private static final Traffic REPLY = new Traffic(200, "22".repeat(32), true);
    private static final List<Field> SENT = List.of(
            new Field("start line", "OPTIONS sip:edge1 SIP/2.0"),
            new Field("Via", " SIP/2.0/TCP 10.1.0.10"),
            new Field("Contact", " <sip:10.1.0.10:5061>"),
            new Field("Content-Length", " 0"));

    private static Traffic kept(boolean whole, List<Field> fields) {
        return kept("sip", true, whole, List.of(fields));
    }

    private static Traffic kept(String by, boolean all, boolean whole, List<List<Field>> messages) {
        String digest = String.format("%064x", messages.hashCode() & 0xffffffffL);
        int bytes = messages.stream()
                .flatMap(List::stream)
                .mapToInt(f -> f.value().length())
                .sum();
        return new Traffic(bytes, digest, whole, Optional.of(new Kept(by, all, messages)));
    }

    private static List<Field> with(String name, String value) {
        return SENT.stream()
                .map(field -> field.name().equals(name) ? new Field(name, value) : field)
                .toList();
    }

    private static Finding overTcp(How how, Traffic sent, Traffic arrived) {
        return new Story()
                .tries(Stage.REPLY, how)
                .exchanges(sent, REPLY)
                .seen(arrived, REPLY)
                .judged();
    }

    private static Finding overUdp(Traffic sent, Traffic arrived) {
        return new Story()
                .overUdp()
                .tries(Stage.REPLY, How.COMPLETED)
                .exchanges(sent, REPLY)
                .seen(arrived, REPLY)
                .judged();
    }

    @Nested
    class OverTcp {

        @Test
        void aChangedFieldIsNamedWithBothItsValues() {
            Finding finding =
                    overTcp(How.COMPLETED, kept(true, SENT), kept(true, with("Contact", " <sip:203.0.113.10:5061>")));

            assertThat(finding.verdict()).isEqualTo(Verdict.ALTERED);
            assertThat(finding.reason())
                    .isEqualTo("edge1 received another Contact than partner1 sent:"
                            + " <sip:10.1.0.10:5061> became <sip:203.0.113.10:5061>");
        }

        @Test
        void furtherChangedFieldsAreNamed() {
            List<Field> arrived = new ArrayList<>(with("Via", " SIP/2.0/TCP 203.0.113.1"));
            arrived.set(3, new Field("Content-Length", " 4"));

            assertThat(overTcp(How.COMPLETED, kept(true, SENT), kept(true, arrived))
                            .reason())
                    .contains("another Via")
                    .endsWith("; also changed: Content-Length");
        }

        @Test
        void anAddedFieldIsOneThatNobodySent() {
            List<Field> arrived = new ArrayList<>(SENT);
            arrived.add(1, new Field("Via", " SIP/2.0/TCP 192.0.2.7"));

            assertThat(overTcp(How.COMPLETED, kept(true, SENT), kept(true, arrived))
                            .reason())
                    .isEqualTo("edge1 received a Via that partner1 did not send: SIP/2.0/TCP 192.0.2.7");
        }

        @Test
        void aFieldTakenOutIsOneThatDidNotArrive() {
            List<Field> arrived = new ArrayList<>(SENT);
            arrived.remove(2);

            assertThat(overTcp(How.COMPLETED, kept(true, SENT), kept(true, arrived))
                            .reason())
                    .isEqualTo("edge1 did not receive the Contact that partner1 sent: <sip:10.1.0.10:5061>");
        }

        @Test
        void whatCameOtherwiseIsAlteredHoweverTheAttemptEnded() {
            Finding finding =
                    overTcp(How.SILENCE, kept(false, SENT), kept(false, with("Via", " SIP/2.0/TCP 192.0.2.7")));

            assertThat(finding.verdict()).isEqualTo(Verdict.ALTERED);
            assertThat(finding.reason()).contains("another Via");
        }

        @Test
        void whatIsCutOffIsNotAltered() {
            List<Field> part = List.of(SENT.get(0), new Field("Via", " SIP/2"));

            assertThat(overTcp(How.SILENCE, kept(false, SENT), kept(false, part))
                            .verdict())
                    .isNotEqualTo(Verdict.ALTERED);
        }

        @Test
        void whatAnotherProtocolNamedIsNotCompared() {
            Traffic named = kept("sip", true, true, List.of(SENT));
            Traffic unnamed = new Traffic(
                    named.bytes(),
                    named.digest(),
                    true,
                    Optional.of(new Kept("bytes", true, List.of(Field.unnamed(new byte[100])))));

            assertThat(overTcp(How.COMPLETED, named, unnamed).verdict()).isEqualTo(Verdict.OPEN);
        }

        @Test
        void alineThatAPeerMadeUpStaysOneLine() {
            assertThat(overTcp(
                                    How.COMPLETED,
                                    kept(true, SENT),
                                    kept(true, with("Contact", " <sip:x>\r\n\u001b[2J check passed")))
                            .reason())
                    .doesNotContain("\n")
                    .doesNotContain("\u001b");
        }
    }

    @Nested
    class OverUdp {

        private final List<Field> other = with("Contact", " <sip:203.0.113.10:5061>");

        @Test
        void aDatagramThatNobodySentIsAltered() {
            Finding finding =
                    overUdp(kept("sip", true, false, List.of(SENT)), kept("sip", true, false, List.of(other)));

            assertThat(finding.verdict()).isEqualTo(Verdict.ALTERED);
            assertThat(finding.reason()).contains("another Contact");
        }

        @Test
        void lostAndDoubledDatagramsAreNotAltered() {
            Traffic sent = kept("sip", true, false, List.of(SENT, other));
            Traffic arrived = kept("sip", true, false, List.of(SENT, SENT, SENT));

            assertThat(overUdp(sent, arrived).verdict()).isEqualTo(Verdict.OPEN);
        }

        @Test
        void whereNotAllWasKeptNothingIsClaimed() {
            Traffic sent = kept("sip", false, false, List.of(SENT));
            Traffic arrived = kept("sip", true, false, List.of(SENT, other));

            assertThat(overUdp(sent, arrived).verdict()).isEqualTo(Verdict.OPEN);
        }
    }
}
