package dev.sallyport.check;

import dev.sallyport.check.Evidence.Astray;
import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what an initiator tried with what far ends saw, by a key that cannot lie: the nonce where it arrived, before
 * that the addresses and ports where no NAT changes them, or the only newcomer at the endpoint. What stays ambiguous is
 * said, not guessed.
 */
public final class Join {

    /** How far two hosts' clocks may differ before contacts of the same addresses count as others. */
    private static final Duration CLOCKS = Duration.ofSeconds(120);

    private record Seen(String host, Contact contact) {}

    private record Tuple(InetSocketAddress local, InetSocketAddress remote) {}

    private record Place(String host, String address, int port) {}

    private final Map<String, Observation> observations = new HashMap<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private final Map<String, List<Seen>> byNonce = new HashMap<>();
    private final Map<InetSocketAddress, List<Seen>> byRemote = new HashMap<>();
    private final Map<Place, List<Contact>> nameless = new HashMap<>();
    private final Set<Tuple> attempted = new HashSet<>();
    private final Set<Place> shown = new HashSet<>();

    /** Indexes the observations of one run, one a host. */
    public Join(List<Observation> all) {
        all.forEach(this::index);
    }

    private void index(Observation observation) {
        observations.put(observation.host(), observation);
        observation.seen().forEach(contact -> index(new Seen(observation.host(), contact)));
        observation.attempts().forEach(this::index);
    }

    private void index(Seen seen) {
        Contact contact = seen.contact;
        contact.nonces().forEach(nonce -> byNonce.computeIfAbsent(nonce, n -> new ArrayList<>())
                .add(seen));
        byRemote.computeIfAbsent(contact.remote(), r -> new ArrayList<>()).add(seen);
        if (contact.nonces().isEmpty()) {
            nameless.computeIfAbsent(place(seen.host, contact.local()), p -> new ArrayList<>())
                    .add(contact);
        }
    }

    private void index(Attempt attempt) {
        attempts.computeIfAbsent(attempt.check(), c -> new ArrayList<>()).add(attempt);
        attempted.add(new Tuple(attempt.contact().local(), attempt.contact().remote()));
    }

    /** Marks the endpoints at which an attempt of these checks completed, which shows that something listens there. */
    public Join showing(List<Check> checks) {
        for (Check check : checks) {
            for (Attempt attempt : attempts.getOrDefault(check.id(), List.of())) {
                if (attempt.contact().ending().completed()) {
                    shown.add(place(check, attempt.port()));
                }
            }
        }
        return this;
    }

    /** Returns what both ends observed of a check at one of its ports. */
    public Evidence of(Check check, int port) {
        Optional<Observation> near = observation(check.flow().from().host());
        List<Meeting> meetings = attempts.getOrDefault(check.id(), List.of()).stream()
                .filter(attempt -> attempt.port() == port)
                .map(attempt -> meeting(check, port, attempt.contact()))
                .toList();
        return new Evidence(near.flatMap(Observation::trouble), meetings, farEnd(check, port));
    }

    private Optional<Observation> observation(String host) {
        return Optional.ofNullable(observations.get(host));
    }

    private FarEnd farEnd(Check check, int port) {
        Optional<Observation> far = observation(check.flow().to().host());
        boolean reports = far.map(o -> !o.listening().isEmpty() || o.trouble().isPresent())
                .orElse(false);
        Optional<Listening> listening = far.flatMap(o -> o.listening().stream()
                .filter(l -> l.endpoint().transport() == check.flow().transport())
                .filter(l -> l.endpoint().address().equals(check.flow().to().address()))
                .filter(l -> l.endpoint().port() == port)
                .findFirst());
        return new FarEnd(reports, listening, far.flatMap(Observation::trouble), shown.contains(place(check, port)));
    }

    private Meeting meeting(Check check, int port, Contact near) {
        Place dialled = place(check, port);
        List<Seen> named = near.nonces().stream()
                .flatMap(nonce -> byNonce.getOrDefault(nonce, List.of()).stream())
                .toList();
        Optional<Contact> far = named.stream()
                .filter(seen -> at(seen, dialled))
                .map(Seen::contact)
                .findFirst();
        Optional<Astray> astray = named.stream()
                .filter(seen -> !at(seen, dialled))
                .filter(seen -> !calledBack(check, seen))
                .map(seen -> new Astray(seen.host, seen.contact))
                .findFirst();
        if (far.isPresent() || astray.isPresent()) {
            return new Meeting(near, far, astray, Optional.empty());
        }
        return beforeTheNonce(check, dialled, near);
    }

    /** A far end that calls back brings the nonce home to the initiator, where it belongs. */
    private static boolean calledBack(Check check, Seen seen) {
        return check.callsBack() && seen.host.equals(check.flow().from().host());
    }

    private Meeting beforeTheNonce(Check check, Place dialled, Contact near) {
        List<Seen> sameSource = byRemote.getOrDefault(near.local(), List.of()).stream()
                .filter(seen -> seen.contact.nonces().isEmpty())
                .filter(seen -> sameTime(near, seen.contact))
                .toList();
        Optional<Contact> far = sameSource.stream()
                .filter(seen -> at(seen, dialled))
                .map(Seen::contact)
                .findFirst();
        if (far.isPresent()) {
            return new Meeting(near, far, Optional.empty(), Optional.empty());
        }
        Optional<Astray> astray = sameSource.stream()
                .filter(seen -> seen.contact.local().getPort() == dialled.port)
                .filter(seen -> !attempted.contains(new Tuple(seen.contact.remote(), seen.contact.local())))
                .map(seen -> new Astray(seen.host, seen.contact))
                .findFirst();
        if (astray.isPresent()) {
            return new Meeting(near, Optional.empty(), astray, Optional.empty());
        }
        return theOnlyNewcomer(check, dialled, near);
    }

    /** Behind a NAT, before the nonce: a newcomer nobody else explains, if it is the only one and we are too. */
    private Meeting theOnlyNewcomer(Check check, Place dialled, Contact near) {
        List<Contact> newcomers = nameless.getOrDefault(dialled, List.of()).stream()
                .filter(contact -> !attempted.contains(new Tuple(contact.remote(), contact.local())))
                .filter(contact -> overlaps(near, contact))
                .toList();
        if (newcomers.isEmpty()) {
            return new Meeting(near, Optional.empty(), Optional.empty(), Optional.empty());
        }
        boolean declared = newcomers.size() == 1
                && newcomers.get(0).remote().getAddress().equals(check.source().address())
                && alone(check, near);
        return declared
                ? new Meeting(near, Optional.of(newcomers.get(0)), Optional.empty(), Optional.empty())
                : new Meeting(near, Optional.empty(), Optional.empty(), Optional.of(unexplained(newcomers)));
    }

    private static String unexplained(List<Contact> newcomers) {
        return "at that moment " + newcomers.get(0).remote()
                + " reached the same endpoint and sent nothing that tells who it is";
    }

    /** Tells whether no other attempt towards the endpoint ran at the same time without being seen by its nonce. */
    private boolean alone(Check check, Contact near) {
        return attempts.values().stream()
                .flatMap(List::stream)
                .map(Attempt::contact)
                .filter(other -> other != near && Objects.equals(other.remote(), near.remote()))
                .filter(other -> overlaps(near, other))
                .allMatch(other -> other.nonces().stream().anyMatch(byNonce::containsKey));
    }

    private static boolean at(Seen seen, Place place) {
        return place(seen.host, seen.contact.local()).equals(place);
    }

    private static Place place(Check check, int port) {
        return new Place(check.flow().to().host(), check.flow().to().address().getHostAddress(), port);
    }

    private static Place place(String host, InetSocketAddress address) {
        return new Place(host, address.getAddress().getHostAddress(), address.getPort());
    }

    private static Comparator<Contact> nearestTo(Contact near) {
        return Comparator.comparing(far -> Duration.between(near.at(), far.at()).abs());
    }

    private static boolean sameTime(Contact near, Contact far) {
        return Duration.between(near.at(), far.at()).abs().compareTo(CLOCKS) < 0;
    }

    private static boolean overlaps(Contact one, Contact other) {
        Duration apart = Duration.between(one.at(), other.at()).abs();
        return apart.toMillis() < 2_000 + Math.max(one.millis(), other.millis());
    }
}
