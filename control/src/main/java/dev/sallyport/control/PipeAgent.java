package dev.sallyport.control;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.control.Message.Arm;
import dev.sallyport.control.Message.Armed;
import dev.sallyport.control.Message.Collect;
import dev.sallyport.control.Message.Disarm;
import dev.sallyport.control.Message.Disarmed;
import dev.sallyport.control.Message.Fire;
import dev.sallyport.control.Message.Fired;
import dev.sallyport.control.Message.Observed;
import dev.sallyport.control.Message.Renew;
import dev.sallyport.control.Message.Renewed;
import dev.sallyport.control.Message.Stop;
import dev.sallyport.control.Message.Stopped;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.identity.Identity;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import dev.sallyport.run.Patience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The agent at the other end of a pipe, as the controller sees it. Thread-safe; stages complete on the thread that
 * reads the pipe.
 *
 * <p>Stages fail with {@link AgentLostException} once the agent's process has ended, it has said nothing for a lease, or
 * what it says makes no sense; with {@link OrderRefusedException} where it will not do what it was told.
 */
public final class PipeAgent implements Agent {

    private final Controller controller;
    private final String host;
    private final Conversation conversation;
    private final AtomicReference<Optional<ClockOffset>> offset = new AtomicReference<>(Optional.empty());

    private PipeAgent(Controller controller, String host, Conversation conversation) {
        this.controller = controller;
        this.host = host;
        this.conversation = conversation;
    }

    /**
     * Greets the agent at the other end, holds what it says of itself against what is expected, and hands it its
     * identity. Waits for the agent to start; a pipe whose agent does not fit is closed and its child ended.
     *
     * @param identity what the agent is to present; empty where it was started with a certificate folder of its own
     * @throws AgentLostException where there is no agent, or one that does not fit, with what was found and awaited
     */
    public static PipeAgent open(Controller controller, String host, Pipe pipe, Optional<Identity> identity) {
        Conversation conversation = new Conversation(host, pipe, controller.notes());
        PipeAgent agent = new PipeAgent(controller, host, conversation);
        try {
            new Handshake(conversation, controller.to(host), controller.timing().opening()).perform(identity, agent);
        } catch (AgentLostException e) {
            conversation.close("it does not fit", controller.timing().parting());
            throw e;
        }
        agent.keepAlive();
        return agent;
    }

    /** Returns how far its clock is ahead, by the quickest round trip so far. */
    public ClockOffset clockOffset() {
        return offset.get().orElseThrow();
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public CompletionStage<List<Listening>> arm(List<Endpoint> endpoints) {
        return conversation.ask(new Arm(List.copyOf(endpoints)), Armed.class).thenApply(Armed::listening);
    }

    @Override
    public CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted) {
        Fire order = new Fire(List.copyOf(checks), patience);
        return conversation.ask(order, Fired.class, attempted).thenAccept(fired -> {});
    }

    @Override
    public void stop() {
        conversation.ask(new Stop(), Stopped.class);
    }

    @Override
    public CompletionStage<Observation> collect() {
        return conversation.ask(new Collect(), Observed.class).thenApply(Observed::observation);
    }

    @Override
    public CompletionStage<Void> disarm() {
        return conversation.ask(new Disarm(), Disarmed.class).thenAccept(disarmed -> {});
    }

    /** Says goodbye, waits a little, and ends the agent's process and what that started, where it has not ended. */
    @Override
    public void close() {
        conversation.close("the run is over", controller.timing().parting());
    }

    /** Renews the lease and asks for the clock. */
    CompletableFuture<Renewed> renew() {
        Instant asked = controller.clock().instant();
        return conversation.ask(new Renew(), Renewed.class).whenComplete((renewed, failure) -> {
            if (failure == null) {
                measured(ClockOffset.measured(
                        asked, renewed.clock(), controller.clock().instant()));
            }
        });
    }

    private void measured(ClockOffset now) {
        offset.updateAndGet(
                best -> Optional.of(best.map(known -> known.orBetter(now)).orElse(now)));
    }

    private void keepAlive() {
        controller.alarm().after(controller.timing().renewal(), this::beat);
    }

    private void beat() {
        if (conversation.isLost()) {
            return;
        }
        if (conversation.beat() > controller.timing().renewalsInALease()) {
            conversation.lose("its agent has said nothing for "
                    + controller.timing().lease().toSeconds() + " s");
        } else {
            renew();
            keepAlive();
        }
    }
}
