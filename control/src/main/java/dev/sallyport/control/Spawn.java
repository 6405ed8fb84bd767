package dev.sallyport.control;

import dev.sallyport.identity.Identity;
import dev.sallyport.run.Agent;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
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
        Spawned spawned = Spawned.opened(hosts, host -> agent(host, identities.apply(host)));
        if (!hosts.isEmpty() && spawned.hosts().isEmpty()) {
            throw new NoAgentsException("by '" + command.template() + "'", spawned.failures());
        }
        return spawned;
    }

    private Agent agent(String host, Optional<Identity> identity) {
        try {
            return PipeAgent.open(controller, host, Pipe.to(command.start(host)), identity);
        } catch (IOException e) {
            return new LostAgent(host, "its agent could not be started: " + e.getMessage());
        }
    }
}
