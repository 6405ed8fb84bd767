package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client of DCOM: asks the endpoint mapper, then binds and calls at the port that it names, on a second connection. */
final class DcomCall {

    private static final int CALL = 2;
    private static final int QUERY_INTERFACE = 3;

    private final Setting setting;
    private int port;

    DcomCall(Setting setting) {
        this.setting = setting;
    }

    List<Step<Pdu>> ladder() {
        List<Step<Pdu>> ladder = new ArrayList<>(DceRpc.map(setting, named -> port = named));
        ladder.add(Step.choice(() -> List.of(second())));
        return ladder;
    }

    private Step<Pdu> second() {
        return new Step.Dial<>(attempted(), setting.peer().fqdn(), port, here -> called(), this::ended);
    }

    private List<Step<Pdu>> called() {
        return List.of(
                Step.send("bind to DCOM", () -> DceRpc.bind(Syntax.REM_UNKNOWN)),
                Step.expect("bind_ack", pdu -> DceRpc.isBound(pdu, "DCOM")),
                Step.send("call to DCOM", this::call),
                Step.expect("answer to the call", DcomCall::isAnswer));
    }

    private Pdu call() {
        Octets object = MarkedNonce.of(setting.nonce());
        return new Pdu.Request(CALL, true, 0, QUERY_INTERFACE, Optional.of(object), Octets.NONE);
    }

    /** The object is none that the server has, so the answer is that it has none. */
    private static Match isAnswer(Pdu pdu) {
        return pdu instanceof Pdu.Fault fault && fault.call() == CALL
                ? Match.expected()
                : Match.unexpected(pdu.toString());
    }

    private List<Step<Pdu>> ended(Ending ending) {
        Ending ours = new Ending(ending.stage(), ending.how(), attempted() + ": " + ending.detail());
        return ending.completed() ? List.of() : List.of(new Step.End<>(ours));
    }

    private String attempted() {
        return "calling DCOM at port " + port + ", which the endpoint mapper named";
    }
}
