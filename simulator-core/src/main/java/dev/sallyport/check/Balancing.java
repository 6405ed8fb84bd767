package dev.sallyport.check;

import dev.sallyport.flow.Party;
import java.net.InetAddress;
import java.util.List;

/**
 * What a load balancer at the far end does with a flow: it passes each connection on to a member of its pool, or, where
 * the lab has none for it, answers itself.
 *
 * @param members to whom it passes on; empty where it answers itself
 * @param itself why it answers itself, {@code the lab has no director in its pool}; empty where it passes on
 */
public record Balancing(List<Member> members, String itself) {

    /**
     * A host of the pool that answers behind the balancer.
     *
     * @param from the balancer's address towards it
     * @param source what the member must see as the source of what is passed on
     */
    public record Member(Party party, InetAddress from, Source source) {}

    /** Keeps its own copy. */
    public Balancing {
        members = List.copyOf(members);
    }

    /** A balancer that passes on to these hosts. */
    public static Balancing among(List<Member> members) {
        return new Balancing(members, "");
    }

    /** A balancer that has nobody to pass on to. */
    public static Balancing itself(String why) {
        return new Balancing(List.of(), why);
    }
}
