package dev.sallyport.protocol.dcerpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DceRpcPropertyTest {

    @Property(tries = 500)
    void readingUndoesWriting(@ForAll("units") Pdu pdu) throws Exception {
        FramedCodec<Pdu> codec = new FramedCodec<>(new PduFraming());

        assertThat(codec.decode(codec.encode(pdu))).containsExactly(pdu);
        assertThat(codec.kept()).isZero();
    }

    @Property(tries = 300)
    void readingUndoesWritingOfWhatIsMapped(@ForAll("towers") List<Tower> towers, @ForAll("guids") Octets object)
            throws Exception {
        MapResponse response = new MapResponse(4, towers, 0);

        assertThat(MapResponse.read(response.stub())).isEqualTo(response);
        for (Tower tower : towers) {
            MapRequest request =
                    new MapRequest(java.util.Optional.of(object), tower, Octets.of(new byte[20]), towers.size());
            assertThat(MapRequest.read(request.stub())).isEqualTo(request);
        }
    }

    @Property(tries = 1000)
    void anyBytesAreUnitsOrMalformed(
            @ForAll("types") int type, @ForAll("flags") int flags, @ForAll("bodies") Octets body) {
        FramedCodec<Pdu> codec = new FramedCodec<>(new PduFraming());
        int length = Short.reverseBytes((short) (16 + body.length())) & 0xffff;
        String unit =
                String.format("0500%02x%02x10000000%04x%02x0001000000%s", type, flags, length, flags % 9, body.hex());
        try {
            assertThat(codec.decode(Octets.parse(unit).toArray())).hasSize(1);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
    }

    @Property(tries = 1000)
    void anyArgumentsAreReadOrMalformed(@ForAll("bodies") Octets body) {
        Octets behindHandle = Octets.parse("00".repeat(20) + body.hex());
        for (Octets stub : List.of(body, behindHandle, Octets.parse("0000000002000000" + body.hex()))) {
            try {
                MapRequest.read(stub);
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageContaining(" at byte ");
            }
            try {
                MapResponse.read(stub);
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageContaining(" at byte ");
            }
        }
    }

    @Provide
    Arbitrary<Integer> types() {
        return Arbitraries.integers().between(0, 20);
    }

    @Provide
    Arbitrary<Integer> flags() {
        return Arbitraries.integers().between(0, 255);
    }

    @Provide
    Arbitrary<Octets> bodies() {
        return octets(0, 150);
    }

    @Provide
    Arbitrary<Octets> guids() {
        return octets(16, 16);
    }

    @Provide
    Arbitrary<List<Tower>> towers() {
        Arbitrary<Tower> any = Combinators.combine(octets(0, 30), octets(0, 30))
                .as(Tower.Floor::new)
                .list()
                .ofMaxSize(6)
                .map(Tower::new);
        Arbitrary<Tower> tcp =
                Combinators.combine(syntaxes(), shorts(), octets(4, 4)).as(Tower::overTcp);
        return Arbitraries.oneOf(any, tcp).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Pdu> units() {
        Arbitrary<Integer> calls = Arbitraries.integers();
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<List<Pdu.Context>> contexts = Combinators.combine(
                        shorts(), syntaxes(), syntaxes().list().ofMaxSize(3))
                .as(Pdu.Context::new)
                .list()
                .ofMaxSize(4);
        Arbitrary<List<Pdu.Result>> results = Combinators.combine(shorts(), shorts(), syntaxes())
                .as(Pdu.Result::new)
                .list()
                .ofMaxSize(4);
        Arbitrary<Octets> verifiers = Arbitraries.oneOf(Arbitraries.of(Octets.NONE), octets(9, 40));
        Arbitrary<String> addresses = Arbitraries.strings().numeric().ofMaxLength(5);
        return Arbitraries.oneOf(
                Combinators.combine(calls, flags, shorts(), calls, contexts, verifiers)
                        .as(Pdu.Bind::new),
                Combinators.combine(calls, flags, shorts(), calls, addresses, results)
                        .as(Pdu.BindAck::new),
                Combinators.combine(calls, shorts()).as(Pdu.BindNak::new),
                Combinators.combine(
                                calls, flags, shorts(), shorts(), octets(16, 16).optional(), octets(0, 99))
                        .as(Pdu.Request::new),
                Combinators.combine(calls, shorts(), octets(0, 99)).as(Pdu.Response::new),
                Combinators.combine(calls, shorts(), calls).as(Pdu.Fault::new),
                Combinators.combine(Arbitraries.of(16, 17, 18, 19), calls, octets(0, 99))
                        .as(Pdu.Other::new));
    }

    private static Arbitrary<Syntax> syntaxes() {
        return Combinators.combine(octets(16, 16), Arbitraries.integers()).as(Syntax::new);
    }

    private static Arbitrary<Integer> shorts() {
        return Arbitraries.integers().between(0, 0xffff);
    }

    private static Arbitrary<Octets> octets(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Octets::of);
    }
}
