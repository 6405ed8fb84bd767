package dev.sallyport.scenarios;

import dev.sallyport.lab.Interface;
import java.net.InetAddress;
import java.util.stream.Stream;

/**
 * Two hosts in their roles, the initiator and the one that accepts, each at the interface where they meet.
 *
 * @param fromNetwork the initiator's interface
 * @param toNetwork the interface of the one that accepts
 */
record Meeting(Place from, Interface fromNetwork, Place to, Interface toNetwork) {

    boolean withinOneHost() {
        return from.host().name().equals(to.host().name());
    }

    boolean withinOnePool() {
        return from.host().pool().isPresent()
                && from.host().pool().equals(to.host().pool());
    }

    boolean withinOneZone() {
        return fromNetwork.zone().equals(toNetwork.zone());
    }

    /** Tells whether both stand in one zone with public addresses of the family, by which they can meet all the same. */
    boolean meetsInPublic(Class<? extends InetAddress> family) {
        return withinOneZone()
                && Stream.of(fromNetwork, toNetwork)
                        .allMatch(at ->
                                at.publicAddress().filter(family::isInstance).isPresent());
    }

    boolean sharesAFamily() {
        return fromNetwork.addresses().stream()
                .anyMatch(one -> toNetwork.addresses().stream().anyMatch(other -> one.getClass() == other.getClass()));
    }
}
