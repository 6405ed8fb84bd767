package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One interface at a port: at the port that the mapper names DCOM's, everywhere else the endpoint mapper, which knows
 * that one alone. Refuses every other interface, and every other operation.
 *
 * <p>A call to DCOM is made to an object that this server does not have, and is refused as such: what a client learns is
 * that the call arrived and was answered.
 */
final class RpcAnswerer implements Answerer<Pdu> {

    private static final int MOST_CONTEXTS = 64;
    private static final int GROUP = 0x3b2a;
    private static final int AUTHENTICATION_UNKNOWN = 8;

    private final int port;
    private final Syntax spoken;
    private final Octets address;
    private final Set<Integer> accepted = new HashSet<>();

    RpcAnswerer(Setting setting) {
        this.port = setting.local().getPort();
        this.spoken = port == DceRpc.DYNAMIC_PORT ? Syntax.REM_UNKNOWN : Syntax.MAPPER;
        InetAddress local = setting.local().getAddress();
        this.address = Octets.of(local instanceof Inet4Address ? local.getAddress() : new byte[4]);
    }

    @Override
    public List<Step<Pdu>> on(Pdu pdu) {
        if (pdu instanceof Pdu.Bind bind) {
            return bound(bind);
        }
        if (pdu instanceof Pdu.Request request) {
            return called(request);
        }
        // Cancels and the third leg of an authentication want no answer; a call that we could not read gets none.
        return pdu instanceof Pdu.Other other && other.type() != 0 ? List.of() : List.of(Step.close());
    }

    private List<Step<Pdu>> bound(Pdu.Bind bind) {
        if (bind.verifier().length() > 0) {
            return List.of(Step.send("bind_nak", () -> new Pdu.BindNak(bind.call(), AUTHENTICATION_UNKNOWN)));
        }
        List<Pdu.Result> results = new ArrayList<>();
        bind.contexts().forEach(context -> results.add(result(context)));
        String address = bind.alter() ? "" : Integer.toString(port);
        int group = bind.group() == 0 ? GROUP : bind.group();
        Pdu ack = new Pdu.BindAck(bind.call(), bind.alter(), PduFraming.MOST, group, address, results);
        return List.of(Step.send("bind_ack", () -> ack));
    }

    private Pdu.Result result(Pdu.Context context) {
        if (context.transfers().stream().anyMatch(Syntax::asksForFeatures)) {
            return new Pdu.Result(Pdu.Result.FEATURES, 0, Syntax.NONE);
        }
        if (!context.interfaceOf().equals(spoken)) {
            return new Pdu.Result(Pdu.Result.REFUSED, Pdu.Result.INTERFACE, Syntax.NONE);
        }
        if (!context.transfers().contains(Syntax.NDR)) {
            return new Pdu.Result(Pdu.Result.REFUSED, Pdu.Result.TRANSFER, Syntax.NONE);
        }
        if (accepted.size() >= MOST_CONTEXTS) {
            return new Pdu.Result(Pdu.Result.REFUSED, Pdu.Result.LIMIT, Syntax.NONE);
        }
        accepted.add(context.id());
        return new Pdu.Result(Pdu.Result.ACCEPTED, 0, Syntax.NDR);
    }

    private List<Step<Pdu>> called(Pdu.Request request) {
        if (!request.whole()) {
            return fault(request, Pdu.Fault.PROTOCOL);
        }
        if (!accepted.contains(request.context())) {
            return fault(request, Pdu.Fault.NO_INTERFACE);
        }
        if (spoken.equals(Syntax.REM_UNKNOWN)) {
            return fault(request, Pdu.Fault.NO_OBJECT);
        }
        if (request.operation() != MapRequest.OPERATION) {
            return fault(request, Pdu.Fault.NO_OPERATION);
        }
        try {
            MapResponse response = mapped(MapRequest.read(request.stub()));
            Pdu answer = new Pdu.Response(request.call(), request.context(), response.stub());
            return List.of(Step.send("ept_map response", () -> answer));
        } catch (MalformedMessageException e) {
            return fault(request, Pdu.Fault.BAD_STUB);
        }
    }

    private MapResponse mapped(MapRequest request) {
        Optional<Syntax> wanted = request.tower().interfaceOf().filter(Syntax.REM_UNKNOWN::equals);
        return wanted.isPresent() && request.tower().port().isPresent() && request.most() != 0
                ? new MapResponse(
                        request.most(), List.of(Tower.overTcp(Syntax.REM_UNKNOWN, DceRpc.DYNAMIC_PORT, address)), 0)
                : new MapResponse(request.most(), List.of(), MapResponse.NOT_REGISTERED);
    }

    private static List<Step<Pdu>> fault(Pdu.Request request, int status) {
        Pdu fault = new Pdu.Fault(request.call(), request.context(), status);
        return List.of(Step.send(fault.toString(), () -> fault));
    }
}
