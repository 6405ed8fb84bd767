package dev.sallyport.control;

import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What came of starting, or of finding, a lab's agents.
 *
 * @param agents one for every host; a {@link LostAgent} where none came up, so that a run reports it as lost
 * @param warnings what the user should know of agents that did come up, such as a clock that is off
 */
public record Spawned(Map<String, Agent> agents, List<String> warnings) {

    /** Keeps its own copies, in their order. */
    public Spawned {
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        warnings = List.copyOf(warnings);
    }

    /**
     * Opens the agents of all hosts at the same time, and waits until each is ready or has failed.
     *
     * @param opening makes a host's agent; what it throws as {@link AgentLostException} makes a {@link LostAgent}
     */
    public static Spawned opened(Set<String> hosts, Function<String, Agent> opening) {
        Map<String, CompletableFuture<Agent>> starting = new LinkedHashMap<>();
        hosts.forEach(host -> starting.put(host, starting(host, opening)));
        Map<String, Agent> agents = new LinkedHashMap<>();
        starting.forEach((host, agent) -> agents.put(host, agent.join()));
        return new Spawned(agents, warnings(agents));
    }

    private static CompletableFuture<Agent> starting(String host, Function<String, Agent> opening) {
        CompletableFuture<Agent> started = new CompletableFuture<>();
        Threads.start(host + ": opening", () -> {
            try {
                started.complete(opening.apply(host));
            } catch (AgentLostException e) {
                started.complete(new LostAgent(host, LostAgent.why(host, e)));
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    private static List<String> warnings(Map<String, Agent> agents) {
        return agents.values().stream()
                .filter(PipeAgent.class::isInstance)
                .map(PipeAgent.class::cast)
                .flatMap(agent -> agent.clockOffset().warning(agent.host()).stream())
                .toList();
    }

    /** Returns the hosts without an agent, each with the reason. */
    public Map<String, String> failures() {
        Map<String, String> failures = new LinkedHashMap<>();
        agents.values().forEach(agent -> {
            if (agent instanceof LostAgent lost) {
                failures.put(lost.host(), lost.why());
            }
        });
        return failures;
    }

    /** Returns the hosts that have an agent. */
    public Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>(agents.keySet());
        hosts.removeAll(failures().keySet());
        return hosts;
    }
}
