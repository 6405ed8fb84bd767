package dev.sallyport.cli;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Patience;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Another agent whose observations are kept, for a record. */
final class WitnessAgent implements Agent {

    private final Agent agent;
    private final List<Observation> observations = new CopyOnWriteArrayList<>();

    WitnessAgent(Agent agent) {
        this.agent = agent;
    }

    /** Returns what has been collected. */
    List<Observation> observations() {
        return List.copyOf(observations);
    }

    @Override
    public String host() {
        return agent.host();
    }

    @Override
    public CompletionStage<List<Listening>> arm(List<Endpoint> endpoints) {
        return agent.arm(endpoints);
    }

    @Override
    public CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted) {
        return agent.fire(checks, patience, attempted);
    }

    @Override
    public void stop() {
        agent.stop();
    }

    @Override
    public CompletionStage<Observation> collect() {
        return agent.collect().thenApply(observation -> {
            observations.add(observation);
            return observation;
        });
    }

    @Override
    public CompletionStage<Void> disarm() {
        return agent.disarm();
    }

    @Override
    public void close() {
        agent.close();
    }
}
