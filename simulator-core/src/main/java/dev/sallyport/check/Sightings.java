package dev.sallyport.check;

import dev.sallyport.flow.Party;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that arrived at any host of a run, found by its nonce, by where it came from, or by where it arrived. */
final class Sightings {

    /** How far two hosts' clocks may differ before contacts of the same addresses count as others. */
    private static final Duration CLOCKS = Duration.ofSeconds(120);

    /** Something that arrived at a host. */
    record Seen(String host, Contact contact) {

        boolean at(Place place) {
            return Place.of(host, contact.local()).equals(place);
        }
    }

    /** Where a host listens. */
    record Place(String host, String address, int port) {

        static Place of(Party party, int port) {
            return new Place(party.host(), party.address().getHostAddress(), port);
        }

        static Place of(String host, InetSocketAddress address) {
            return new Place(host, address.getAddress().getHostAddress(), address.getPort());
        }
    }

    private record Tuple(InetSocketAddress local, InetSocketAddress remote) {}

    private final Map<String, List<Seen>> byNonce = new HashMap<>();
    private final Map<InetSocketAddress, List<Seen>> byRemote = new HashMap<>();
    private final Map<Place, List<Contact>> nameless = new HashMap<>();
    private final Set<Tuple> explained = new HashSet<>();

    Sightings(List<Observation> all) {
        all.forEach(observation -> observation.attempts().forEach(attempt -> explain(attempt.contact())));
        List<Seen> seen = all.stream()
                .flatMap(observation -> observation.seen().stream().map(one -> new Seen(observation.host(), one)))
                .toList();
        seen.forEach(this::index);
        seen.forEach(one -> one.contact.onward().ifPresent(onward -> indexPassedOn(one, onward)));
    }

    private void explain(Contact begun) {
        explained.add(new Tuple(begun.local(), begun.remote()));
    }

    private void index(Seen seen) {
        byRemote.computeIfAbsent(seen.contact.remote(), r -> new ArrayList<>()).add(seen);
        if (seen.contact.onward().isEmpty()) {
            index(seen, seen.contact.nonces());
        }
    }

    private void index(Seen seen, List<String> nonces) {
        nonces.forEach(
                nonce -> byNonce.computeIfAbsent(nonce, n -> new ArrayList<>()).add(seen));
        if (nonces.isEmpty()) {
            nameless.computeIfAbsent(Place.of(seen.host, seen.contact.local()), p -> new ArrayList<>())
                    .add(seen.contact);
        }
    }

    /** What a load balancer passed on without reading it goes by the nonce that was read behind it. */
    private void indexPassedOn(Seen seen, Contact onward) {
        explain(onward);
        List<String> nonces = from(onward)
                .filter(there -> there.contact.local().equals(onward.remote()))
                .flatMap(there -> there.contact.nonces().stream())
                .distinct()
                .toList();
        index(seen, nonces);
    }

    /** Returns what arrived with a nonce of the attempt, anywhere. */
    Stream<Seen> named(Contact attempt) {
        return attempt.nonces().stream().flatMap(nonce -> byNonce.getOrDefault(nonce, List.of()).stream());
    }

    boolean anyNamed(Contact attempt) {
        return named(attempt).findAny().isPresent();
    }

    /** Returns what came from the address and port of a connection at about its time, anywhere. */
    Stream<Seen> from(Contact begun) {
        return byRemote.getOrDefault(begun.local(), List.of()).stream().filter(seen -> sameTime(begun, seen.contact));
    }

    /** Returns who came to a place at the time of a connection and told nothing of himself, and whom nobody explains. */
    List<Contact> newcomers(Place place, Contact begun) {
        return nameless.getOrDefault(place, List.of()).stream()
                .filter(contact -> !explained(contact))
                .filter(contact -> overlaps(begun, contact))
                .toList();
    }

    /** Tells whether a host of the lab began this connection, as nobody translated it. */
    boolean explained(Contact arrived) {
        return explained.contains(new Tuple(arrived.remote(), arrived.local()));
    }

    private static boolean sameTime(Contact near, Contact far) {
        return Duration.between(near.at(), far.at()).abs().compareTo(CLOCKS) < 0;
    }

    static boolean overlaps(Contact one, Contact other) {
        Duration apart = Duration.between(one.at(), other.at()).abs();
        return apart.toMillis() < 2_000 + Math.max(one.millis(), other.millis());
    }
}
