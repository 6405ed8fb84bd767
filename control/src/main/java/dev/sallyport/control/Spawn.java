package dev.sallyport.control;

import dev.sallyport.identity.Identity;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Starts the agents of a lab's hosts, each by a shell command, all at the same time. */
public final class Spawn {

    private final Controller controller;
    private final SpawnCommand command;

    /** Prepares to start agents by a command. */
    public Spawn(Controller controller, SpawnCommand command) {
        this.controller = controller;
        this.command = command;
    }

    /**
     * Starts the agents and waits until each is ready or has failed.
     *
     * @param identities what each host's agent is to present; empty where it was started with certificates of its own
     * @throws NoAgentsException where none came up
     * @throws IllegalArgumentException where the command or a name cannot be used; nothing is started then
     */
    public Spawned start(Set<String> hosts, Function<String, Optional<Identity>> identities) {
        command.requireFor(hosts);
        hosts.forEach(command::text);
        Map<String, CompletableFuture<Agent>> starting = new LinkedHashMap<>();
        hosts.forEach(host -> starting.put(host, starting(host, identities)));
        Map<String, Agent> agents = new LinkedHashMap<>();
        starting.forEach((host, agent) -> agents.put(host, agent.join()));
        Spawned spawned = new Spawned(agents, warnings(agents));
        if (!hosts.isEmpty() && spawned.hosts().isEmpty()) {
            throw new NoAgentsException(command, spawned.failures());
        }
        return spawned;
    }

    private CompletableFuture<Agent> starting(String host, Function<String, Optional<Identity>> identities) {
        CompletableFuture<Agent> started = new CompletableFuture<>();
        Threads.start(host + ": opening", () -> {
            try {
                started.complete(agent(host, identities.apply(host)));
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    private Agent agent(String host, Optional<Identity> identity) {
        try {
            return PipeAgent.open(controller, host, Pipe.to(command.start(host)), identity);
        } catch (IOException e) {
            return new LostAgent(host, "its agent could not be started: " + e.getMessage());
        } catch (AgentLostException e) {
            return new LostAgent(host, LostAgent.why(host, e));
        }
    }

    private static List<String> warnings(Map<String, Agent> agents) {
        return agents.values().stream()
                .filter(PipeAgent.class::isInstance)
                .map(PipeAgent.class::cast)
                .flatMap(agent -> agent.clockOffset().warning(agent.host()).stream())
                .toList();
    }
}
