package dev.sallyport.protocol.dcerpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.FramedCodec;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DceRpcTest {

    private static final HexVectors VECTORS = new HexVectors(DceRpcTest.class, "units.txt");
    private static final Syntax NDR64 = new Syntax(Guid.of("71710533-beba-4937-8319-b5dbef9ccc36"), 1);
    private static final Syntax FEATURES = new Syntax(Guid.of("6cb71c2c-9812-4540-0300-000000000000"), 1);

    private final FramedCodec<Pdu> codec = new FramedCodec<>(new PduFraming());
    private final DceRpcService service = new DceRpcService();

    @Nested
    class Units {

        @ParameterizedTest
        @ValueSource(strings = {"bind", "bindAck", "request", "response"})
        void whatWasReadIsWrittenAsItCame(String name) throws Exception {
            assertThat(codec.encode(codec.decode(VECTORS.named(name)).get(0))).isEqualTo(VECTORS.named(name));
        }

        @Test
        void everyFieldIsReadFromItsPlace() throws Exception {
            Pdu.Bind bind = (Pdu.Bind) codec.decode(VECTORS.named("bind")).get(0);
            Pdu.BindAck ack =
                    (Pdu.BindAck) codec.decode(VECTORS.named("bindAck")).get(0);
            Pdu.Response response =
                    (Pdu.Response) codec.decode(VECTORS.named("response")).get(0);

            assertThat(bind.size()).isEqualTo(5840);
            assertThat(bind.contexts()).containsExactly(new Pdu.Context(0, Syntax.MAPPER, List.of(Syntax.NDR)));
            assertThat(ack.address()).isEqualTo("135");
            assertThat(ack.group()).isEqualTo(0x3b2a);
            assertThat(MapResponse.read(response.stub()).towers().get(0).port()).hasValue(49155);
        }

        @ParameterizedTest
        @CsvSource({
            "04,                                       version at byte 0: 4 is not 5",
            "0500000300,                               data representation at byte 4: 0x00 is not 0x10",
            "0500000310000000 0f00,                    fragment length at byte 8: 15 bytes are not 16 to 5840",
            "0500000310000000 d116,                    fragment length at byte 8: 5841 bytes are not 16 to 5840",
            "0500000310000000 1200000001000000 0000,   allocation hint at byte 16: 4 bytes are more than the 2 left",
            "05000b0310000000 1c00000001000000 d016d01600000000 01000000, p_cont_id at byte 28: 2 bytes"
        })
        void whatIsNoUnitIsRefusedAtItsByte(String hex, String problem) {
            assertThatThrownBy(() ->
                            codec.decode(Octets.parse(hex.replace(" ", "")).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(problem);
        }
    }

    @Nested
    class Mapping {

        @Test
        void theClientBindsInOneSegmentAndAsksForDcom() {
            MemoryWire.Told told = MemoryWire.between(DceRpc.protocol()).walk("dcerpc/map", Transport.TCP);

            assertThat(told.toFar()).containsExactly(VECTORS.named("bind"), VECTORS.named("request"));
            assertThat(told.toNear().get(1)).isEqualTo(VECTORS.named("response"));
        }

        @Test
        void aMapperThatKnowsOfNothingIsNoAnswer() {
            byte[] nothing = codec.encode(
                    new Pdu.Response(2, 0, new MapResponse(4, List.of(), MapResponse.NOT_REGISTERED).stub()));
            MemoryWire.Told told = MemoryWire.between(
                            DceRpc.protocol(), List::of, bytes -> List.of(bytes.length == 60 ? bytes : nothing))
                    .walk("dcerpc/map", Transport.TCP);

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("ept_map status 0x16c9a0d6");
        }
    }

    @Nested
    class Calling {

        @Test
        void theClientBindsAndCallsWhereTheMapperSendsIt() throws Exception {
            MemoryWire.Told told = MemoryWire.between(DceRpc.protocol()).walk("dcerpc/call", Transport.TCP);
            Pdu.Bind bind = (Pdu.Bind) codec.decode(told.toFar().get(2)).get(0);
            Pdu.Request call = (Pdu.Request) codec.decode(told.toFar().get(3)).get(0);

            assertThat(told.near().how()).isEqualTo(How.COMPLETED);
            assertThat(bind.contexts()).extracting(Pdu.Context::interfaceOf).containsExactly(Syntax.REM_UNKNOWN);
            assertThat(service.nonce(call)).contains(MemoryWire.NONCE);
            assertThat(codec.decode(told.toNear().get(3))).containsExactly(new Pdu.Fault(2, 0, Pdu.Fault.NO_OBJECT));
        }

        @Test
        void whatHappensAtTheDynamicPortIsSaidWithThePort() {
            MemoryWire.Told told = MemoryWire.between(
                            DceRpc.protocol(), bytes -> isForDcom(bytes) ? List.of() : List.of(bytes), List::of)
                    .walk("dcerpc/call", Transport.TCP);

            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.near().detail())
                    .startsWith("calling DCOM at port 49155, which the endpoint mapper named: awaiting bind_ack");
        }

        private boolean isForDcom(byte[] bytes) {
            String hex = Octets.of(bytes).hex();
            return hex.startsWith("05000b")
                    && hex.contains(Syntax.REM_UNKNOWN.id().hex());
        }
    }

    @Nested
    class Answering {

        private final RecordingLine line = new RecordingLine();
        private final Reception<Pdu> reception = new Reception<>(
                service,
                new Setting(
                        "",
                        MemoryWire.FAR,
                        MemoryWire.NEAR,
                        new InetSocketAddress("10.2.0.10", 135),
                        new InetSocketAddress("127.0.0.1", 40_000),
                        Transport.TCP,
                        Security.NONE),
                line);

        @Test
        void aWindowsClientIsBoundAsAWindowsServerWould() throws Exception {
            reception.received(VECTORS.named("bind"));
            reception.received(VECTORS.named("request"));

            assertThat(line.sent()).containsExactly(VECTORS.named("bindAck"), VECTORS.named("response"));
        }

        @Test
        void eachOfferedContextHasItsOwnResult() throws Exception {
            Pdu.BindAck ack = (Pdu.BindAck) answer(new Pdu.Bind(
                    7,
                    false,
                    5840,
                    5,
                    List.of(
                            new Pdu.Context(0, Syntax.MAPPER, List.of(Syntax.NDR)),
                            new Pdu.Context(1, Syntax.MAPPER, List.of(NDR64)),
                            new Pdu.Context(2, Syntax.MAPPER, List.of(FEATURES)),
                            new Pdu.Context(3, Syntax.REM_UNKNOWN, List.of(Syntax.NDR))),
                    Octets.NONE));

            assertThat(ack.call()).isEqualTo(7);
            assertThat(ack.group()).isEqualTo(5);
            assertThat(ack.results())
                    .containsExactly(
                            new Pdu.Result(0, 0, Syntax.NDR),
                            new Pdu.Result(2, 2, Syntax.NONE),
                            new Pdu.Result(3, 0, Syntax.NONE),
                            new Pdu.Result(2, 1, Syntax.NONE));
        }

        @Test
        void authenticationIsRefused() throws Exception {
            Pdu.Context context = new Pdu.Context(0, Syntax.MAPPER, List.of(Syntax.NDR));
            Pdu answer = answer(new Pdu.Bind(1, false, 5840, 0, List.of(context), Octets.parse("0a0200000000000041")));

            assertThat(answer).isEqualTo(new Pdu.BindNak(1, 8));
        }

        @Test
        void aCallBeforeTheBindIsAFault() throws Exception {
            assertThat(answer(request(3, Octets.NONE))).isEqualTo(new Pdu.Fault(9, 0, Pdu.Fault.NO_INTERFACE));
        }

        @Test
        void anotherOperationAndBadArgumentsAreFaults() throws Exception {
            reception.received(VECTORS.named("bind"));
            reception.received(codec.encode(request(2, Octets.NONE)));
            reception.received(codec.encode(request(3, Octets.parse("00"))));

            assertThat(answers().subList(1, 3))
                    .containsExactly(
                            new Pdu.Fault(9, 0, Pdu.Fault.NO_OPERATION), new Pdu.Fault(9, 0, Pdu.Fault.BAD_STUB));
        }

        @Test
        void anotherInterfaceIsNotRegistered() throws Exception {
            reception.received(VECTORS.named("bind"));
            MapRequest other = new MapRequest(
                    Optional.empty(),
                    Tower.overTcp(Syntax.MAPPER, 0, Octets.of(new byte[4])),
                    Octets.of(new byte[20]),
                    4);
            Pdu.Response response = (Pdu.Response) answer(request(3, other.stub()));

            assertThat(MapResponse.read(response.stub()))
                    .isEqualTo(new MapResponse(4, List.of(), MapResponse.NOT_REGISTERED));
        }

        private Pdu.Request request(int operation, Octets stub) {
            return new Pdu.Request(9, true, 0, operation, Optional.empty(), stub);
        }

        private Pdu answer(Pdu pdu) throws Exception {
            reception.received(codec.encode(pdu));
            List<Pdu> answers = answers();
            return answers.get(answers.size() - 1);
        }

        private List<Pdu> answers() throws Exception {
            List<Pdu> answers = new ArrayList<>();
            for (byte[] bytes : line.sent()) {
                answers.addAll(codec.decode(bytes));
            }
            return answers;
        }
    }

    @Nested
    class Recognising {

        @Test
        void aConnectionBeginsWithABind() {
            assertThat(service.recognises(VECTORS.named("bind"))).isTrue();
            assertThat(service.recognises(VECTORS.named("request"))).isFalse();
            assertThat(service.recognises(new byte[] {5, 0, 11, 3})).isFalse();
        }

        @Test
        void onlyAMarkedObjectIsAnAttempts() throws Exception {
            byte[] stranger = VECTORS.named("request");
            stranger[24 + 4 + 12] = 0;

            assertThat(service.nonce(codec.decode(VECTORS.named("request")).get(0)))
                    .contains(MemoryWire.NONCE);
            assertThat(service.nonce(codec.decode(stranger).get(0))).isEmpty();
        }
    }
}
