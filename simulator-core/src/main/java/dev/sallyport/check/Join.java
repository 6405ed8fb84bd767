package dev.sallyport.check;

import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Evidence.Astray;
import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Sightings.Place;
import dev.sallyport.check.Sightings.Seen;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Joins what an initiator tried with what far ends saw, by a key that cannot lie: the nonce where it arrived, before
 * that the addresses and ports where no NAT changes them, or the only newcomer at the endpoint. What stays ambiguous is
 * said, not guessed.
 *
 * <p>Where a load balancer was dialled, it is joined in the same way, and to it the member of its pool that saw what it
 * passed on.
 */
public final class Join {

    private final Map<String, Observation> observations = new HashMap<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private final Set<Place> shown = new HashSet<>();
    private final Map<InetSocketAddress, List<Contact>> begun = new HashMap<>();
    private final Sightings sightings;

    /** Indexes the observations of one run, one a host. */
    public Join(List<Observation> all) {
        all.forEach(this::index);
        sightings = new Sightings(all);
    }

    private void index(Observation observation) {
        observations.put(observation.host(), observation);
        observation.attempts().forEach(attempt -> attempts.computeIfAbsent(attempt.check(), c -> new ArrayList<>())
                .add(attempt));
    }

    /**
     * Marks the endpoints at which an attempt of these checks completed, which shows that something listens there, and
     * the sources from which their attempts may arrive, which explains who came.
     */
    public Join showing(List<Check> checks) {
        for (Check check : checks) {
            attempts.getOrDefault(check.id(), List.of()).forEach(attempt -> show(check, attempt));
        }
        return this;
    }

    private void show(Check check, Attempt attempt) {
        Contact near = attempt.contact();
        if (near.ending().completed()) {
            shown.add(Place.of(check.flow().to(), attempt.port()));
        }
        Set<InetSocketAddress> sources = new HashSet<>(Set.of(near.local()));
        translated(check, near).ifPresent(sources::add);
        sources.forEach(
                source -> begun.computeIfAbsent(source, s -> new ArrayList<>()).add(near));
    }

    /** Returns what both ends observed of a check at one of its ports. */
    public Evidence of(Check check, int port) {
        Optional<Observation> near = observation(check.flow().from().host());
        List<Meeting> meetings = attempts.getOrDefault(check.id(), List.of()).stream()
                .filter(attempt -> attempt.port() == port)
                .map(attempt -> meeting(check, port, attempt.contact()))
                .toList();
        Transport transport = check.flow().transport();
        Map<String, FarEnd> behind = new HashMap<>();
        for (Member member : check.behind()) {
            behind.put(member.party().host(), farEnd(member.party(), transport, port));
        }
        return new Evidence(near.flatMap(Observation::trouble), meetings, dialled(check, port), behind);
    }

    /** A further endpoint of the exchange that does not listen is as good as none at all. */
    private FarEnd dialled(Check check, int port) {
        Party party = check.flow().to();
        FarEnd end = farEnd(party, check.flow().transport(), port);
        return check.further().from(port).stream()
                .flatMap(further -> farEnd(party, check.flow().transport(), further).listening().stream())
                .filter(listening -> listening.problem().isPresent())
                .findFirst()
                .map(deaf -> new FarEnd(end.reported(), Optional.of(deaf), end.trouble(), end.shown()))
                .orElse(end);
    }

    private Optional<Observation> observation(String host) {
        return Optional.ofNullable(observations.get(host));
    }

    private FarEnd farEnd(Party party, Transport transport, int port) {
        Optional<Observation> far = observation(party.host());
        boolean reports = far.map(o -> !o.listening().isEmpty() || o.trouble().isPresent())
                .orElse(false);
        Optional<Listening> listening = far.flatMap(o -> o.listening().stream()
                .filter(l -> l.endpoint().transport() == transport)
                .filter(l -> l.endpoint().address().equals(party.address()))
                .filter(l -> l.endpoint().port() == port)
                .findFirst());
        return new FarEnd(reports, listening, far.flatMap(Observation::trouble), shown.contains(Place.of(party, port)));
    }

    private Meeting meeting(Check check, int port, Contact near) {
        Meeting door = atTheDoor(check, port, near);
        return check.behind().isEmpty() ? door : passedOn(check, port, door);
    }

    private Meeting atTheDoor(Check check, int port, Contact near) {
        Place dialled = Place.of(check.flow().to(), port);
        List<Seen> named = sightings.named(near).toList();
        Optional<Contact> far = first(named.stream(), seen -> seen.at(dialled));
        Optional<Astray> astray = astray(named.stream()
                .filter(seen -> !seen.at(dialled))
                .filter(seen -> !calledBack(check, seen))
                .filter(seen -> !behind(check, port, seen))
                .filter(seen -> far.isEmpty() || !further(check, port, seen)));
        if (far.isPresent() || astray.isPresent()) {
            return new Meeting(near, far, astray, Optional.empty());
        }
        return beforeTheNonce(check, dialled, near);
    }

    /** A far end that calls back brings the nonce home to the initiator, where it belongs. */
    private static boolean calledBack(Check check, Seen seen) {
        return check.callsBack() && seen.host().equals(check.flow().from().host());
    }

    /** Reports of media, and a second connection, bring the nonce to ports of their own besides. */
    private static boolean further(Check check, int port, Seen seen) {
        return check.further().from(port).stream()
                .anyMatch(further -> seen.at(Place.of(check.flow().to(), further)));
    }

    private static boolean behind(Check check, int port, Seen seen) {
        return check.behind().stream().anyMatch(member -> seen.at(Place.of(member.party(), port)));
    }

    private Meeting beforeTheNonce(Check check, Place dialled, Contact near) {
        List<Seen> sameSource = sightings
                .from(near)
                .filter(seen -> seen.contact().nonces().isEmpty())
                .toList();
        Optional<Contact> far = first(sameSource.stream(), seen -> seen.at(dialled));
        if (far.isPresent()) {
            return new Meeting(near, far, Optional.empty(), Optional.empty());
        }
        Optional<Astray> astray = astray(sameSource.stream()
                .filter(seen -> seen.contact().local().getPort() == dialled.port())
                .filter(seen -> !sightings.explained(seen.contact())));
        if (astray.isPresent()) {
            return new Meeting(near, Optional.empty(), astray, Optional.empty());
        }
        return theOnlyNewcomer(check, dialled, near);
    }

    /**
     * Behind a NAT, before the nonce: who comes from the declared address and the port that the NAT keeps is ours; else a
     * newcomer nobody explains, if it is the only one and we are too.
     */
    private Meeting theOnlyNewcomer(Check check, Place dialled, Contact near) {
        List<Contact> newcomers = sightings.newcomers(dialled, near);
        Optional<Contact> ours = newcomers.stream()
                .filter(contact -> Optional.of(contact.remote()).equals(translated(check, near)))
                .findFirst();
        if (ours.isPresent()) {
            return new Meeting(near, ours, Optional.empty(), Optional.empty());
        }
        List<Contact> strangers = newcomers.stream()
                .filter(contact -> !begunByAnother(contact, near))
                .toList();
        boolean declared = strangers.size() == 1
                && strangers.get(0).remote().getAddress().equals(check.source().address())
                && alone(near);
        return declared
                ? new Meeting(near, Optional.of(strangers.get(0)), Optional.empty(), Optional.empty())
                : new Meeting(near, Optional.empty(), Optional.empty(), unexplained(strangers));
    }

    /** What the far end must see as an attempt's address and port; empty where a NAT may change the port. */
    private static Optional<InetSocketAddress> translated(Check check, Contact near) {
        Source source = check.source();
        return source.portKept()
                ? Optional.of(
                        new InetSocketAddress(source.address(), near.local().getPort()))
                : Optional.empty();
    }

    /** Tells whether somebody else's attempt, wherever it was sent to, explains what arrived. */
    private boolean begunByAnother(Contact arrived, Contact near) {
        return begun.getOrDefault(arrived.remote(), List.of()).stream()
                .anyMatch(other -> other != near && Sightings.overlaps(other, arrived));
    }

    private static Optional<String> unexplained(List<Contact> newcomers) {
        return newcomers.stream()
                .findFirst()
                .map(first -> "at that moment " + first.remote()
                        + " reached the same endpoint and sent nothing that tells who it is");
    }

    /** Tells whether no other attempt towards the endpoint ran at the same time without being seen by its nonce. */
    private boolean alone(Contact near) {
        return attempts.values().stream()
                .flatMap(List::stream)
                .map(Attempt::contact)
                .filter(other -> other != near && Objects.equals(other.remote(), near.remote()))
                .filter(other -> Sightings.overlaps(near, other))
                .allMatch(sightings::anyNamed);
    }

    /** A balancer stands at the door: what it did not pass on should be seen by nobody behind it. */
    private Meeting passedOn(Check check, int port, Meeting door) {
        Contact near = door.near();
        Optional<Contact> onward = door.far().flatMap(Contact::onward);
        Optional<Place> member = door.far().flatMap(check::passedTo).map(to -> Place.of(to.party(), port));
        List<Seen> named =
                sightings.named(near).filter(seen -> behind(check, port, seen)).toList();
        Stream<Seen> unnamed = onward.stream()
                .flatMap(sightings::from)
                .filter(seen -> seen.contact().nonces().isEmpty());
        Optional<Contact> far =
                member.flatMap(place -> first(Stream.concat(named.stream(), unnamed), seen -> seen.at(place)));
        Optional<Astray> astray = door.astray().or(() -> far.isPresent() ? Optional.empty() : astray(named.stream()));
        boolean nowhere = far.isEmpty() && astray.isEmpty() && member.isPresent();
        Optional<String> ambiguous = nowhere
                ? unexplained(sightings.newcomers(member.orElseThrow(), onward.orElseThrow()))
                : Optional.empty();
        return new Meeting(near, door.far(), far, astray, door.ambiguous().or(() -> ambiguous));
    }

    private static Optional<Contact> first(Stream<Seen> seen, Predicate<Seen> where) {
        return seen.filter(where).map(Seen::contact).findFirst();
    }

    private static Optional<Astray> astray(Stream<Seen> elsewhere) {
        return elsewhere.map(seen -> new Astray(seen.host(), seen.contact())).findFirst();
    }
}
