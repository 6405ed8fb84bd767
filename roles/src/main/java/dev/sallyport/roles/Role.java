package dev.sallyport.roles;

import dev.sallyport.lab.Trait;
import java.util.List;
import java.util.Set;

/**
 * What a host can play.
 *
 * @param name {@code front-end}
 * @param about what it is, in a sentence
 * @param interfaces names of its interfaces; empty where it has but one
 * @param balances the role whose pool it stands before and passes traffic to; "" for all but load balancers
 * @param traits what it makes of the hosts that play it
 */
public record Role(String name, String about, List<String> interfaces, String balances, Set<Trait> traits) {
    /** Keeps its own copies. */
    public Role {
        interfaces = List.copyOf(interfaces);
        traits = Words.inOrder(traits);
    }

    /** Tells whether it is a load balancer, which reaches the hosts of its own pool only. */
    public boolean isBalancer() {
        return !balances.isEmpty();
    }
}
