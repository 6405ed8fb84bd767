package dev.sallyport.control;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.identity.Pem;
import dev.sallyport.run.Patience;
import java.time.Instant;
import java.util.List;

/** What controller and agent say to each other. */
sealed interface Message {

    /** What the controller says. Each order is answered once; {@link Fire} by each attempt before that. */
    sealed interface Order extends Message {}

    /** What the agent says, under the order's number. */
    sealed interface Answer extends Message {}

    /** Opens the conversation: who the controller is, and whom it expects. */
    record Hello(Introduction controller) implements Order {}

    /**
     * Answers {@link Hello}, whether or not the two fit.
     *
     * @param equipped whether the agent was started with a certificate folder of its own
     */
    record Welcome(Introduction agent, boolean equipped) implements Answer {}

    /** Hands the agent its key and certificates; its text form shows no key. */
    record Equip(Pem identity) implements Order {}

    record Equipped() implements Answer {}

    record Arm(List<Endpoint> endpoints) implements Order {}

    record Armed(List<Listening> listening) implements Answer {}

    record Fire(List<Check> checks, Patience patience) implements Order {}

    /** One attempt has ended; more may follow. */
    record Attempted(Attempt attempt) implements Answer {}

    record Fired() implements Answer {}

    record Stop() implements Order {}

    record Stopped() implements Answer {}

    record Collect() implements Order {}

    record Observed(Observation observation) implements Answer {}

    record Disarm() implements Order {}

    record Disarmed() implements Answer {}

    /** Renews the agent's lease, and asks what its clock shows. */
    record Renew() implements Order {}

    record Renewed(Instant clock) implements Answer {}

    /** The agent does not do what it was told. */
    record Refused(String reason) implements Answer {}

    /** Ends the conversation, from either side; the agent disarms. */
    record Bye(String reason) implements Order, Answer {}
}
