package dev.sallyport.exchange;

import dev.sallyport.flow.PortRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One rung of a ladder.
 *
 * <p>An initiator's ladder is a list of steps, read top to bottom like the diagram in the RFC. A service answers each
 * message with the steps that follow from it; its steps never {@link Expect}, for it takes whatever comes.
 *
 * @param <M> the protocol's message
 */
public sealed interface Step<M> {

    /**
     * Sends a message.
     *
     * @param label what is sent, as evidence names it: {@code INVITE}
     * @param message makes the message when its turn has come, so that it can quote what arrived before
     */
    record Send<M>(String label, Supplier<M> message) implements Step<M> {}

    /**
     * Awaits a message, within the run's step deadline.
     *
     * @param label what is awaited, {@code 200 to INVITE}
     * @param match decides, and may keep what it needs of the message
     */
    record Expect<M>(String label, TimedMatch<M> match) implements Step<M> {}

    /** What decides whether a message is the awaited one, and may measure when it came. */
    @FunctionalInterface
    interface TimedMatch<M> {

        /** Decides about a message that came then; the time is to be compared with others of the same run alone. */
        Match apply(M message, long arrivedNanos);

        /** Decides about a message where its time does not matter. */
        default Match apply(M message) {
            return apply(message, 0);
        }
    }

    /** Waits before what follows, as media that is spoken does; an initiator's alone. */
    record Pause<M>(Duration time) implements Step<M> {}

    /**
     * Stands silent before what follows; an initiator's alone. Whatever ends the run from here on ended it at
     * {@link Stage#IDLE}.
     */
    record Idle<M>(Duration time) implements Step<M> {}

    /**
     * From here on, what this end has seen of a stream of media is asked of this, whenever and however the run ends.
     *
     * @param seen tells what has been seen until now
     */
    record Watch<M>(Supplier<StreamSeen> seen) implements Step<M> {}

    /** Starts TLS in mid-connection, as client on an initiator's line and as server on a service's. */
    record StartTls<M>() implements Step<M> {}

    /** Starts the codec anew for a new stream on the same connection. */
    record Restart<M>() implements Step<M> {}

    /**
     * Opens a second connection, to a host or domain of the lab, walks a ladder on it, and goes on with what follows.
     *
     * @param label why, {@code dialback to contoso.lab}
     * @param name the host name or domain to connect to, resolved by the lab alone
     * @param ladder makes the second connection's ladder
     * @param next the steps that follow on the first connection, given how the second ended
     */
    record Dial<M>(
            String label,
            String name,
            int port,
            Function<Setting, List<Step<M>>> ladder,
            Function<Ending, List<Step<M>>> next)
            implements Step<M> {}

    /**
     * Goes on with steps chosen when its turn has come, by what has arrived: STARTTLS only where the peer offers it.
     *
     * @param steps makes the steps that follow here, none included
     */
    record Choice<M>(Supplier<List<Step<M>>> steps) implements Step<M> {}

    /**
     * Opens a UDP port beside the line, at this end's own address: a relay's towards its peers, or a peer's own. It is
     * closed with the line. What comes to it arrives as a message, among those of the line.
     *
     * @param label why, {@code relay port}
     * @param ports where it may be; any port where empty
     * @param arrived makes a message of a datagram that came to it
     * @param next the steps that follow, given the port
     * @param otherwise a service's steps where no port is free; an initiator cannot go on then
     */
    record Bind<M>(
            String label,
            Optional<PortRange> ports,
            Function<Datagram, M> arrived,
            Function<DatagramPort, List<Step<M>>> next,
            Supplier<List<Step<M>>> otherwise)
            implements Step<M> {}

    /**
     * Sends a datagram from a port that {@link Bind} opened.
     *
     * @param label what is sent, as evidence names it
     */
    record SendFrom<M>(String label, DatagramPort port, Supplier<Datagram> datagram) implements Step<M> {}

    /**
     * Takes further steps after a while, and goes on meanwhile; a service's alone, for what ends by time.
     *
     * @param steps makes the steps when the time has come, none included
     */
    record Later<M>(Duration delay, Supplier<List<Step<M>>> steps) implements Step<M> {}

    /**
     * Ends an initiator's walk as something beside its line ended: a second connection that did not complete.
     *
     * @param ending its own stage and how; the detail says what was attempted
     */
    record End<M>(Ending ending) implements Step<M> {}

    /** Closes the connection in good order; what was sent before still arrives. */
    record Close<M>() implements Step<M> {}

    /** Returns a {@link Send}. */
    static <M> Step<M> send(String label, Supplier<M> message) {
        return new Send<>(label, message);
    }

    /** Returns an {@link Expect}. */
    static <M> Step<M> expect(String label, Function<M, Match> match) {
        return new Expect<>(label, (message, arrived) -> match.apply(message));
    }

    /** Returns an {@link Expect} that measures when messages come. */
    static <M> Step<M> expectTimed(String label, TimedMatch<M> match) {
        return new Expect<>(label, match);
    }

    /** Returns a {@link Pause}. */
    static <M> Step<M> pause(Duration time) {
        return new Pause<>(time);
    }

    /** Returns an {@link Idle}. */
    static <M> Step<M> idle(Duration time) {
        return new Idle<>(time);
    }

    /** Returns a {@link Watch}. */
    static <M> Step<M> watch(Supplier<StreamSeen> seen) {
        return new Watch<>(seen);
    }

    /** Returns a {@link StartTls}. */
    static <M> Step<M> startTls() {
        return new StartTls<>();
    }

    /** Returns a {@link Restart}. */
    static <M> Step<M> restart() {
        return new Restart<>();
    }

    /** Returns a {@link Choice}. */
    static <M> Step<M> choice(Supplier<List<Step<M>>> steps) {
        return new Choice<>(steps);
    }

    /** Returns a {@link SendFrom}. */
    static <M> Step<M> sendFrom(String label, DatagramPort port, Supplier<Datagram> datagram) {
        return new SendFrom<>(label, port, datagram);
    }

    /** Returns a {@link Later}. */
    static <M> Step<M> later(Duration delay, Supplier<List<Step<M>>> steps) {
        return new Later<>(delay, steps);
    }

    /** Returns a {@link Close}. */
    static <M> Step<M> close() {
        return new Close<>();
    }
}
