package dev.sallyport.control;

import dev.sallyport.run.Agent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of starting a lab's agents.
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
