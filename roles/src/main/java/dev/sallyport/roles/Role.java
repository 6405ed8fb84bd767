package dev.sallyport.roles;

import java.util.List;

/**
 * What a host can play.
 *
 * @param name {@code front-end}
 * @param about what it is, in a sentence
 * @param interfaces names of its interfaces; empty where it has but one
 * @param balances the role whose pool it stands before and passes traffic to; "" for all but load balancers
 */
public record Role(String name, String about, List<String> interfaces, String balances) {
    /** Keeps its own copy. */
    public Role {
        interfaces = List.copyOf(interfaces);
    }

    /** Tells whether it is a load balancer, which reaches the hosts of its own pool only. */
    public boolean isBalancer() {
        return !balances.isEmpty();
    }
}
