package dev.sallyport.control;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import dev.sallyport.run.Patience;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The agent of a host that never came up: a run goes on without it, and reports why.
 *
 * @param why what kept it, {@code its agent ended with status 255: Connection refused}
 */
public record LostAgent(String host, String why) implements Agent {

    @Override
    public CompletionStage<List<Listening>> arm(List<Endpoint> endpoints) {
        return lost();
    }

    @Override
    public CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted) {
        return lost();
    }

    @Override
    public void stop() {
        // It never began.
    }

    @Override
    public CompletionStage<Observation> collect() {
        return lost();
    }

    @Override
    public CompletionStage<Void> disarm() {
        return lost();
    }

    @Override
    public void close() {
        // It holds nothing.
    }

    /** Returns what a failure says, without the host's name before it. */
    static String why(String host, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String prefix = host + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private <T> CompletionStage<T> lost() {
        return CompletableFuture.failedFuture(new AgentLostException(host, why));
    }
}
