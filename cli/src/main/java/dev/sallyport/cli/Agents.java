package dev.sallyport.cli;

import dev.sallyport.run.Agent;
import java.util.Map;

/** The agents of a run, and what they stand on; closing ends them all. */
interface Agents extends AutoCloseable {

    /** Returns each host's agent. */
    Map<String, Agent> byHost();

    @Override
    void close();
}
