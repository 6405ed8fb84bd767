package dev.sallyport.control;

import java.util.Optional;

/**
 * What both ends of a pipe must agree on before one orders the other about.
 *
 * @param tool name and version, {@code sallyport 0.1.0}
 * @param host the lab's host whose part is to be played
 * @param labDigest identifies the lab file's text
 */
public record Introduction(String tool, String host, String labDigest) {

    /** Returns what an agent that introduces itself so does not fit this controller in; empty where it fits. */
    Optional<String> objection(Introduction agent) {
        if (!tool.equals(agent.tool)) {
            return Optional.of(
                    "its agent is " + agent.tool + ", this is " + tool + ": install the same version on both");
        }
        if (!host.equals(agent.host)) {
            return Optional.of("its agent plays " + agent.host + ", not " + host
                    + ": the command must start the agent of " + host + ", as {host} in it does");
        }
        if (!labDigest.equals(agent.labDigest)) {
            return Optional.of("its agent has another lab file (digest " + agent.labDigest + ", here " + labDigest
                    + "): copy this one to it");
        }
        return Optional.empty();
    }
}
