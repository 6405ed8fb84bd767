package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Sequel;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;

/** The protocol {@code dcerpc}: asks at TCP 135 where DCOM listens, as a Front End does (rows SRV-05, HLB-03). */
public final class DceRpc {

    /** The port that our endpoint mapper names: one of Windows' dynamic range. */
    static final int DYNAMIC_PORT = 49155;

    private static final int FIRST_DYNAMIC = 49152;
    private static final int CONTEXT = 0;
    private static final int BIND = 1;
    private static final int MAP = 2;
    private static final int MOST_TOWERS = 4;

    private DceRpc() {}

    /** Returns the protocol. */
    public static Protocol<Pdu> protocol() {
        Exchange<Pdu> map = Exchange.of("dcerpc/map", Set.of(Transport.TCP), DceRpc::map);
        Exchange<Pdu> call = Exchange.leading(
                "dcerpc/call", new Sequel(DYNAMIC_PORT, "dcerpc/map"), setting -> new DcomCall(setting).ladder());
        return new Protocol<>("dcerpc", List.of(map, call), new DceRpcService());
    }

    private static List<Step<Pdu>> map(Setting setting) {
        return map(setting, port -> {});
    }

    /** Returns the ladder on the first connection; the port is told when it is known. */
    static List<Step<Pdu>> map(Setting setting, IntConsumer named) {
        return List.of(
                Step.send("bind to the endpoint mapper", () -> bind(Syntax.MAPPER)),
                Step.expect("bind_ack", pdu -> isBound(pdu, "the endpoint mapper")),
                Step.send("ept_map request for DCOM", () -> request(MarkedNonce.of(setting.nonce()))),
                Step.expect("ept_map response", pdu -> isMapped(pdu, named)));
    }

    static Pdu bind(Syntax wanted) {
        Pdu.Context only = new Pdu.Context(CONTEXT, wanted, List.of(Syntax.NDR));
        return new Pdu.Bind(BIND, false, PduFraming.MOST, 0, List.of(only), Octets.NONE);
    }

    private static Pdu request(Octets object) {
        MapRequest request = new MapRequest(
                Optional.of(object),
                Tower.overTcp(Syntax.REM_UNKNOWN, 0, Octets.of(new byte[4])),
                Octets.of(new byte[MapRequest.HANDLE]),
                MOST_TOWERS);
        return new Pdu.Request(MAP, true, CONTEXT, MapRequest.OPERATION, Optional.empty(), request.stub());
    }

    static Match isBound(Pdu pdu, String whom) {
        if (!(pdu instanceof Pdu.BindAck ack) || ack.call() != BIND) {
            return Match.unexpected(pdu.toString());
        }
        Pdu.Result accepted = new Pdu.Result(Pdu.Result.ACCEPTED, 0, Syntax.NDR);
        return ack.results().equals(List.of(accepted))
                ? Match.expected()
                : Match.unexpected("a bind_ack that does not accept " + whom);
    }

    private static Match isMapped(Pdu pdu, IntConsumer named) {
        if (!(pdu instanceof Pdu.Response response) || response.call() != MAP) {
            return Match.unexpected(pdu.toString());
        }
        try {
            return judged(MapResponse.read(response.stub()), named);
        } catch (MalformedMessageException e) {
            return Match.unexpected("an ept_map response that cannot be read, " + e.getMessage() + ",");
        }
    }

    private static Match judged(MapResponse response, IntConsumer named) {
        if (response.status() != 0) {
            return Match.unexpected(String.format("ept_map status 0x%08x", response.status()));
        }
        OptionalInt dynamic = response.towers().stream()
                .filter(tower -> tower.interfaceOf().equals(Optional.of(Syntax.REM_UNKNOWN)))
                .mapToInt(tower -> tower.port().orElse(0))
                .filter(port -> port >= FIRST_DYNAMIC)
                .findFirst();
        dynamic.ifPresent(named);
        return dynamic.isPresent() ? Match.expected() : Match.unexpected("an ept_map response without a dynamic port");
    }
}
