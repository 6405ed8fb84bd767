package dev.sallyport.control;

import dev.sallyport.identity.Identity;
import dev.sallyport.run.Agent;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A host that is played for a controller at the other end of a pipe.
 *
 * @param tool name and version, {@code sallyport 0.1.0}
 * @param labDigest identifies the text of the lab file it was started with
 * @param territory where it may bind and whom it may send to
 * @param part makes the agent, once its identity is known
 * @param own the identity it was started with; empty where the controller sends one
 * @param lease how long it stays armed while the controller says nothing
 * @param notes told what a person at this end should know; a pipe's agent writes it to standard error
 */
public record PipedHost(
        String tool,
        String labDigest,
        Territory territory,
        Function<Identity, Agent> part,
        Optional<Identity> own,
        Duration lease,
        Alarm alarm,
        Clock clock,
        Consumer<String> notes) {

    /** Returns a host with the usual lease. */
    public static PipedHost of(
            String tool,
            String labDigest,
            Territory territory,
            Function<Identity, Agent> part,
            Optional<Identity> own,
            Consumer<String> notes) {
        return new PipedHost(
                tool,
                labDigest,
                territory,
                part,
                own,
                Timing.usual().lease(),
                Alarm.daemon(),
                Clock.systemUTC(),
                notes);
    }

    /** The same with another lease. */
    public PipedHost leased(Duration other) {
        return new PipedHost(tool, labDigest, territory, part, own, other, alarm, clock, notes);
    }

    Introduction self() {
        return new Introduction(tool, territory.host(), labDigest);
    }
}
