package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import java.util.ArrayList;
import java.util.List;

/** Answers one connection in the order of MC-NMF §3.1; what comes out of order ends it. */
final class WcfAnswerer implements Answerer<NmfRecord> {

    private enum Stand {
        BEGINNING,
        INTRODUCED,
        OPEN,
        OVER
    }

    private boolean secured;
    private Stand stand = Stand.BEGINNING;
    private String nonce = "";

    WcfAnswerer(Setting setting) {
        this.secured = setting.security() != Security.NONE;
    }

    @Override
    public List<Step<NmfRecord>> on(NmfRecord message) {
        if (message instanceof NmfRecord.Preamble preamble && stand == Stand.BEGINNING) {
            return introduced(preamble);
        }
        if (message instanceof NmfRecord.UpgradeRequest request && stand == Stand.INTRODUCED) {
            return upgrade(request);
        }
        if (message instanceof NmfRecord.PreambleEnd && stand == Stand.INTRODUCED) {
            stand = Stand.OPEN;
            return List.of(Step.send("preamble ack", NmfRecord.PreambleAck::new));
        }
        if (message instanceof NmfRecord.Envelope envelope && stand == Stand.OPEN) {
            Octets answer = envelope.message().equals(Greeting.request(nonce)) && !nonce.isEmpty()
                    ? Greeting.response(nonce)
                    : Greeting.fault();
            return List.of(Step.send("envelope", () -> new NmfRecord.Envelope(answer)));
        }
        boolean inOrder = message instanceof NmfRecord.End && stand == Stand.OPEN;
        stand = Stand.OVER;
        return inOrder ? List.of(Step.send("end", NmfRecord.End::new), Step.close()) : List.of(Step.close());
    }

    private List<Step<NmfRecord>> introduced(NmfRecord.Preamble preamble) {
        if (preamble.mode() != NmfRecord.Preamble.DUPLEX) {
            return fault(NmfRecord.Fault.UNSUPPORTED_MODE);
        }
        nonce = Greeting.nonce(preamble.via()).orElse("");
        stand = Stand.INTRODUCED;
        return List.of();
    }

    private List<Step<NmfRecord>> upgrade(NmfRecord.UpgradeRequest request) {
        if (secured || !request.protocol().equals(NmfRecord.UpgradeRequest.TLS)) {
            return fault(NmfRecord.Fault.UPGRADE_INVALID);
        }
        secured = true;
        return List.of(Step.send("upgrade response", NmfRecord.UpgradeResponse::new), Step.startTls());
    }

    private List<Step<NmfRecord>> fault(String reason) {
        stand = Stand.OVER;
        List<Step<NmfRecord>> steps = new ArrayList<>();
        steps.add(Step.send("fault", () -> new NmfRecord.Fault(reason)));
        steps.add(Step.close());
        return steps;
    }
}
