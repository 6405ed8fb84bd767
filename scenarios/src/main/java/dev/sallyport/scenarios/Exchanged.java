package dev.sallyport.scenarios;

import dev.sallyport.check.Balancing;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;

/** What is exchanged where a flow must be closed: what the documents have at that endpoint, else something plain. */
record Exchanged(String protocol, String exchange, Security security, Optional<Balancing> balancing) {

    /**
     * Chooses the exchange for an endpoint.
     */
    static Exchanged at(Flow flow, List<Draft> documented, Spoken spoken) {
        return documented.stream()
                .filter(draft -> meets(draft.flow(), flow))
                .filter(draft -> plainlyWalked(draft, spoken))
                .findFirst()
                .map(draft -> new Exchanged(
                        draft.flow().protocol(), draft.exchange(), draft.flow().security(), draft.balancing()))
                .orElseGet(() -> plain(flow.transport()));
    }

    private static boolean meets(Flow there, Flow flow) {
        return there.transport() == flow.transport()
                && there.to().address().equals(flow.to().address())
                && there.ports().contains(flow.ports().first())
                && there.ports().contains(flow.ports().last());
    }

    /** From fixed source ports, or with a way back, an exchange would need more than the one port that is asked about. */
    private static boolean plainlyWalked(Draft draft, Spoken spoken) {
        return draft.flow().sourcePorts().isEmpty()
                && !spoken.callsBack(draft.exchange())
                && spoken.speaks(draft.exchange(), draft.flow().transport());
    }

    /** What needs no more than the port itself. */
    static Exchanged plain(Transport transport) {
        return transport == Transport.TCP
                ? new Exchanged("sip", "sip/options", Security.NONE, Optional.empty())
                : new Exchanged("stun", "stun/binding", Security.NONE, Optional.empty());
    }
}
