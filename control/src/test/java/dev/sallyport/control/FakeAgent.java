package dev.sallyport.control;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Patience;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Notes what it is told; binds everything, and makes one attempt a check unless told to hold its fire. */
class FakeAgent implements Agent {

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    volatile Observation observation = Observation.none("fe1", "nothing was asked of it");
    volatile CompletableFuture<Void> fired = CompletableFuture.completedFuture(null);

    @Override
    public String host() {
        return "fe1";
    }

    @Override
    public CompletionStage<List<Listening>> arm(List<Endpoint> endpoints) {
        told.add("arm " + endpoints.size());
        return CompletableFuture.completedFuture(endpoints.stream()
                .map(endpoint -> new Listening(endpoint, Optional.empty(), Optional.empty()))
                .toList());
    }

    @Override
    public CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted) {
        told.add("fire " + checks.size());
        checks.forEach(check -> attempted.accept(Samples.attempt(check)));
        return fired;
    }

    @Override
    public void stop() {
        told.add("stop");
    }

    @Override
    public CompletionStage<Observation> collect() {
        told.add("collect");
        return CompletableFuture.completedFuture(observation);
    }

    @Override
    public CompletionStage<Void> disarm() {
        told.add("disarm");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        told.add("close");
    }
}
