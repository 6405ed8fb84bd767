package dev.sallyport.scenarios;

import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Entry;
import dev.sallyport.roles.RoleAt;
import dev.sallyport.roles.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which hosts of a lab meet for an entry of the catalogue.
 *
 * <p>Every initiator meets everyone that accepts, but never itself; a load balancer meets its own pool only, and
 * {@code same-pool} and {@code same-zone} hold as they say. {@code from: any} means every host of the lab.
 */
final class Meetings {
    /**
     * Who meets, or why nobody does.
     *
     * @param why a clause for people; "" where somebody meets
     */
    record Found(List<Meeting> meetings, String why) {
        static Found none(String why) {
            return new Found(List.of(), why);
        }
    }

    private record Rule(Predicate<Meeting> holds, Function<Meeting, String> otherwise) {}

    private final Places places;
    private final Ways ways;
    private final Absence absence;
    private final Map<String, String> balanced = new HashMap<>();

    Meetings(Lab lab, Catalog catalog, Ways ways) {
        this.places = new Places(lab);
        this.ways = ways;
        this.absence = new Absence(places);
        catalog.roles().stream()
                .filter(role -> role.isBalancer())
                .forEach(role -> balanced.put(role.name(), role.balances()));
    }

    Found of(Entry entry) {
        List<Place> holders = places.of(entry.on());
        List<Place> accepting = holders.stream()
                .filter(place -> places.meet(entry.when(), place))
                .toList();
        List<Place> initiating = places.of(entry.from());
        if (holders.isEmpty()) {
            return Found.none(absence.of(entry.on()));
        }
        if (accepting.isEmpty()) {
            return Found.none(absence.unmet(entry.when(), holders.get(0).role()));
        }
        return initiating.isEmpty()
                ? Found.none(absence.of(entry.from()))
                : narrowed(everyPair(initiating, accepting), rules(entry.scope()));
    }

    /** Returns who meets where nothing more is asked than the roles. */
    List<Meeting> of(List<RoleAt> from, List<RoleAt> on) {
        return narrowed(everyPair(places.of(from), places.of(on)), rules(Scope.ANY))
                .meetings();
    }

    private List<Meeting> everyPair(List<Place> initiating, List<Place> accepting) {
        List<Meeting> pairs = new ArrayList<>();
        for (Place to : accepting) {
            for (Place from : initiating) {
                pairs.add(ways.nearest(from, to));
            }
        }
        return pairs;
    }

    private List<Rule> rules(Scope scope) {
        return List.of(
                new Rule(meeting -> !meeting.withinOneHost(), Absence::alone),
                new Rule(this::balancerKeepsToItsPool, meeting -> Absence.nothingShared(meeting, "pool")),
                new Rule(
                        meeting -> scope != Scope.SAME_POOL || meeting.withinOnePool(),
                        meeting -> Absence.nothingShared(meeting, "pool")),
                new Rule(
                        meeting -> scope != Scope.SAME_ZONE || meeting.withinOneZone(),
                        meeting -> Absence.nothingShared(meeting, "zone")),
                new Rule(Meeting::sharesAFamily, meeting -> Absence.nothingShared(meeting, "address family")));
    }

    private boolean balancerKeepsToItsPool(Meeting meeting) {
        String role = balanced.get(meeting.from().role());
        return role == null || meeting.withinOnePool() && meeting.to().host().plays(role);
    }

    /** Applies one rule after the other, so that the rule that leaves nobody tells why. */
    private static Found narrowed(List<Meeting> pairs, List<Rule> rules) {
        List<Meeting> left = pairs;
        for (Rule rule : rules) {
            List<Meeting> held = left.stream().filter(rule.holds()).toList();
            if (held.isEmpty() && !left.isEmpty()) {
                return Found.none(rule.otherwise().apply(left.get(0)));
            }
            left = held;
        }
        return new Found(left, "");
    }
}
