package dev.sallyport.cli;

import dev.sallyport.control.Controller;
import dev.sallyport.control.Spawn;
import dev.sallyport.control.SpawnCommand;
import dev.sallyport.control.Spawned;
import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Lab;
import dev.sallyport.run.Agent;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** The agents that a shell command starts, one a host. */
record SpawnedAgents(Map<String, Agent> byHost) implements Agents {

    /** Starts an agent for each host that has an identity, and sends it its own. */
    static SpawnedAgents start(Lab lab, String command, Map<String, Identity> identities, PrintStream notes) {
        Controller controller = Controller.of(Tool.name(), lab.digest(), notes::println);
        Spawn spawn = new Spawn(controller, new SpawnCommand(command));
        Spawned spawned = start(spawn, identities);
        spawned.warnings().forEach(notes::println);
        return new SpawnedAgents(spawned.agents());
    }

    private static Spawned start(Spawn spawn, Map<String, Identity> identities) {
        try {
            return spawn.start(identities.keySet(), host -> Optional.of(identities.get(host)));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage());
        }
    }

    @Override
    public void close() {
        byHost.values().forEach(Agent::close);
    }
}
