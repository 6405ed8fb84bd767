package dev.sallyport.exchange;

import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One conversation, as the ladder its initiator walks.
 *
 * @param name {@code protocol/conversation}, as role files write it: {@code sip/invite}
 * @param transports what it can ride on
 * @param answersAt {@link Answers#AT_FAR_END}, or also at the initiator's own host, as XMPP dialback does
 * @param goal the stage a completed run has reached: {@link Stage#REPLY}, or {@link Stage#STREAM} for media
 * @param reportsBeside whether it can send its reports to the port next to the one dialled, as media does over UDP
 * @param sequel the second connection it leads to; empty where it leads to none
 * @param shrinks whether over UDP its messages keep to {@link Setting#limit}
 * @param ladder makes the steps for one run; closures hold what the run must remember
 * @param lasting how its conversation can be made to stay; empty for what is over when its exchange is
 * @param <M> the protocol's message
 */
public record Exchange<M>(
        String name,
        Set<Transport> transports,
        Answers answersAt,
        Stage goal,
        boolean reportsBeside,
        Optional<Sequel> sequel,
        boolean shrinks,
        Function<Setting, List<Step<M>>> ladder,
        Optional<Lasting<M>> lasting) {

    /** An exchange whose conversation is over with it. */
    public Exchange(
            String name,
            Set<Transport> transports,
            Answers answersAt,
            Stage goal,
            boolean reportsBeside,
            Optional<Sequel> sequel,
            boolean shrinks,
            Function<Setting, List<Step<M>>> ladder) {
        this(name, transports, answersAt, goal, reportsBeside, sequel, shrinks, ladder, Optional.empty());
    }

    /** An exchange that keeps to the port dialled. */
    public Exchange(
            String name,
            Set<Transport> transports,
            Answers answersAt,
            Stage goal,
            Function<Setting, List<Step<M>>> ladder) {
        this(name, transports, answersAt, goal, false, Optional.empty(), false, ladder);
    }

    /** Where services must stand for an exchange to complete. */
    public enum Answers {
        /** At the far end alone. */
        AT_FAR_END,
        /** Also at the initiator's own address and the same port: the far end calls back (XEP-0220). */
        AT_BOTH_ENDS
    }

    /** Returns an exchange of requests and replies with the far end alone. */
    public static <M> Exchange<M> of(String name, Set<Transport> transports, Function<Setting, List<Step<M>>> ladder) {
        return new Exchange<>(name, transports, Answers.AT_FAR_END, Stage.REPLY, ladder);
    }

    /** Returns an exchange over TCP whose first connection leads to a second. */
    public static <M> Exchange<M> leading(String name, Sequel sequel, Function<Setting, List<Step<M>>> ladder) {
        return new Exchange<>(
                name,
                Set.of(Transport.TCP),
                Answers.AT_FAR_END,
                Stage.REPLY,
                false,
                Optional.of(sequel),
                false,
                ladder);
    }

    /** Returns the exchange with how its conversation can be made to stay. */
    public Exchange<M> staying(Lasting<M> how) {
        return new Exchange<>(
                name, transports, answersAt, goal, reportsBeside, sequel, shrinks, ladder, Optional.of(how));
    }

    /** Returns the protocol's part of the name. */
    public String protocol() {
        return name.substring(0, name.indexOf('/'));
    }
}
