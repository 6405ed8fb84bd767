package dev.sallyport.testkit.inspection;

import dev.sallyport.check.Attempt;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.Set;

/** Both directions of one five-tuple. */
record Conversation(Transport transport, Set<InetSocketAddress> ends) {

    static Conversation between(Transport transport, InetSocketAddress one, InetSocketAddress other) {
        return new Conversation(transport, Set.of(one, other));
    }

    /** Returns what an attempt was, as its initiator saw it. */
    static Conversation of(Transport transport, Attempt attempt) {
        return between(transport, attempt.contact().local(), attempt.contact().remote());
    }
}
