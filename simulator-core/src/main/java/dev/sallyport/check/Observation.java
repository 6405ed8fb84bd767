package dev.sallyport.check;

import java.util.List;
import java.util.Optional;

/**
 * Everything one host observed in a run, at both of its ends.
 *
 * @param host the host's name in the lab
 * @param listening its endpoints
 * @param seen what arrived at them
 * @param attempts what it tried
 * @param trouble why the observation is incomplete, {@code the agent ended}; empty where it is whole
 */
public record Observation(
        String host, List<Listening> listening, List<Contact> seen, List<Attempt> attempts, Optional<String> trouble) {

    /** Keeps its own copies. */
    public Observation {
        listening = List.copyOf(listening);
        seen = List.copyOf(seen);
        attempts = List.copyOf(attempts);
    }

    /** Returns the observation of a host that could tell nothing. */
    public static Observation none(String host, String trouble) {
        return new Observation(host, List.of(), List.of(), List.of(), Optional.of(trouble));
    }
}
