package dev.sallyport.run;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.flow.Endpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What arms endpoints and fires initiators on one host: in this process, behind a pair of pipes, or farther away.
 *
 * <p>An agent that dies fails its stages with {@link AgentLostException}; it never fails them for what the network did.
 */
public interface Agent extends AutoCloseable {

    /** Returns the host whose part it plays. */
    String host();

    /** Binds endpoints and answers there until disarmed; tells for each whether it listens. */
    CompletionStage<List<Listening>> arm(List<Endpoint> endpoints);

    /**
     * Makes the attempts of checks that begin at this host, each port of each check.
     *
     * @param attempted told each attempt as it ends; may be called from any thread
     * @return done when every check has completed or run out of attempts
     */
    CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted);

    /** Stops firing; what has been tried stays observed. */
    void stop();

    /** Tells what this host has observed since it was armed, once what is under way has settled. */
    CompletionStage<Observation> collect();

    /** Frees every endpoint. */
    CompletionStage<Void> disarm();

    /** Ends the agent and frees what it holds. */
    @Override
    void close();
}
