package dev.sallyport.protocol.ssrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.HexVectors;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsrpTest {

    private static final HexVectors VECTORS = new HexVectors(SsrpTest.class, "messages.txt");
    private static final SqlInstance FE01 =
            new SqlInstance("FE01", "RTCLOCAL", false, "11.0.3000.0", List.of("tcp", "49701", "np", "x"));

    private final SsrpDatagram datagram = new SsrpDatagram();
    private final SsrpService service = new SsrpService();

    @Nested
    class Datagrams {

        @Test
        void everyMessageIsReadAndWrittenAsItStandsThere() throws Exception {
            assertIs("broadcast", new SsrpMessage.Broadcast());
            assertIs("unicast", new SsrpMessage.Unicast());
            assertIs("one", new SsrpMessage.One("RTCLOCAL"));
            assertIs("administrator", new SsrpMessage.Administrator("RTCLOCAL"));
            assertIs("administratorPort", new SsrpMessage.AdministratorPort(49758));
            assertIs("described", new SsrpMessage.Described(List.of(FE01)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''               | type at byte 0: 1 bytes are more than the 0 left",
                    "01               | type at byte 0: 0x01 is none of SSRP's",
                    "0300             | end at byte 1: 1 bytes follow",
                    "0441             | INSTANCENAME at byte 1: no zero byte ends it",
                    "0f0241           | PROTOCOLVERSION at byte 1: 2 is not 1",
                    "050400           | RESP_DATA at byte 3: 4 bytes are more than the 0 left",
                    "050b00 5365727665724e616d653b | RESP_DATA: a value is empty",
                    "050200 413b      | RESP_DATA: 'A' stands where ServerName must"
                })
        void whatIsNoMessageIsRefused(String hex, String problem) {
            assertThatThrownBy(() ->
                            datagram.read(Octets.parse(hex.replace(" ", "")).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(problem);
        }

        @Test
        void aNameBeyondThirtyTwoBytesIsRefused() {
            assertThatThrownBy(() -> datagram.read(
                            Octets.parse("04" + "41".repeat(33) + "00").toArray()))
                    .hasMessage("INSTANCENAME at byte 1: 33 bytes are more than 32");
            assertThatIllegalArgumentException().isThrownBy(() -> new SsrpMessage.One("A".repeat(33)));
        }

        private void assertIs(String name, SsrpMessage message) throws Exception {
            assertThat(datagram.read(VECTORS.named(name))).isEqualTo(message);
            assertThat(datagram.write(message)).isEqualTo(VECTORS.named(name));
        }
    }

    @Nested
    class Resolving {

        @Test
        void theNonceMakesTheNameAsLongAsItMayBe() {
            MemoryWire.Told told = MemoryWire.between(Ssrp.protocol()).walk("ssrp/resolve", Transport.UDP);

            assertThat(told.textToFar()).isEqualTo("\u0004RTCLOCAL" + MemoryWire.NONCE + "\0");
            assertThat(told.textToNear()).contains("ServerName;FAR1;InstanceName;RTCLOCAL" + MemoryWire.NONCE + ";");
        }

        @Test
        void anotherInstancesDescriptionIsNoAnswer() {
            byte[] other = datagram.write(new SsrpMessage.Described(List.of(FE01)));
            MemoryWire.Told told = MemoryWire.between(Ssrp.protocol(), List::of, bytes -> List.of(other))
                    .walk("ssrp/resolve", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("a description of [RTCLOCAL] came instead");
        }

        @Test
        void ourOwnRequestReflectedIsNoAnswer() {
            byte[] ours = datagram.write(new SsrpMessage.One("RTCLOCAL" + MemoryWire.NONCE));
            MemoryWire.Told told = MemoryWire.between(Ssrp.protocol(), List::of, bytes -> List.of(ours))
                    .walk("ssrp/resolve", Transport.UDP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
        }
    }

    @Nested
    class Answering {

        @ParameterizedTest
        @ValueSource(strings = {"broadcast", "unicast", "one"})
        void aStrangerLearnsOfTheOneInstanceInAFewBytes(String request) throws Exception {
            byte[] answer = answers(VECTORS.named(request)).get(0);
            SsrpMessage.Described described = (SsrpMessage.Described) datagram.read(answer);

            assertThat(described.instances()).extracting(SqlInstance::name).containsExactly("RTCLOCAL");
            assertThat(described.instances().get(0).server()).isEqualTo("FAR1");
            assertThat(answer).hasSizeLessThan(120);
        }

        @Test
        void theAdministratorsPortIsNamedInSixBytes() {
            assertThat(answers(VECTORS.named("administrator")).get(0)).hasSize(6);
        }

        @ParameterizedTest
        @ValueSource(strings = {"04534c00", "0f01534c00", "05060001c25e", "04ff00"})
        void onAnythingElseItKeepsSilent(String hex) {
            assertThat(answers(Octets.parse(hex).toArray())).isEmpty();
        }

        private List<byte[]> answers(byte[] request) {
            RecordingLine line = new RecordingLine();
            Setting setting = new Setting(
                    "",
                    MemoryWire.FAR,
                    MemoryWire.NEAR,
                    new InetSocketAddress("127.0.0.1", 1434),
                    new InetSocketAddress("127.0.0.1", 40_000),
                    Transport.UDP,
                    Security.NONE);
            new Reception<>(service, setting, line).received(request);
            return line.sent();
        }
    }

    @Nested
    class Recognising {

        @ParameterizedTest
        @ValueSource(strings = {"02", "03", "0441424300", "0f014100"})
        void aRequestIsToldByItsTypeAndEnd(String hex) {
            assertThat(service.recognises(Octets.parse(hex).toArray())).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0300", "04", "044142", "05060001c25e", "0f024100", "000100002112a442"})
        void otherBytesAreNot(String hex) {
            assertThat(service.recognises(Octets.parse(hex).toArray())).isFalse();
        }

        @Test
        void onlyANameWithTheWholeNonceIsAnAttempts() {
            assertThat(service.nonce(new SsrpMessage.One("RTCLOCAL" + MemoryWire.NONCE)))
                    .contains(MemoryWire.NONCE);
            assertThat(service.nonce(new SsrpMessage.One("RTCLOCAL"))).isEmpty();
            assertThat(service.nonce(new SsrpMessage.One(MemoryWire.NONCE))).isEmpty();
            assertThat(service.nonce(new SsrpMessage.Unicast())).isEmpty();
        }
    }
}
