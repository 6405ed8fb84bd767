package dev.sallyport.scenarios;

import dev.sallyport.roles.RoleAt;
import dev.sallyport.roles.When;
import java.util.List;
import java.util.stream.Collectors;

/** Words why a lab has no flow for an entry of the catalogue. */
final class Absence {
    private final Places places;

    Absence(Places places) {
        this.places = places;
    }

    /** No host plays any of the roles, or none where the role is asked for. */
    String of(List<RoleAt> roles) {
        List<RoleAt> played =
                roles.stream().filter(at -> !places.hosts(at).isEmpty()).toList();
        if (played.isEmpty()) {
            return "the lab has no " + either(roles.stream().map(RoleAt::role).toList());
        }
        RoleAt at = played.get(0);
        return "no " + at.role() + " of the lab has an interface '" + at.network() + "'";
    }

    /** No host that plays the role meets the condition. */
    String unmet(When when, String role) {
        return switch (when.kind()) {
            case NOT_COLLOCATED -> "every " + role + " of the lab is " + article(when.role()) + " too";
            case COLLOCATED -> "no " + role + " of the lab is " + article(when.role()) + " too";
            case POOL_RUNS, ALWAYS -> "no " + role + " of the lab stands in a pool with " + article(when.role());
        };
    }

    /** The only host that may initiate is the only one that accepts. */
    static String alone(Meeting meeting) {
        String one = meeting.from().role();
        String other = meeting.to().role();
        return one.equals(other)
                ? "the lab has one " + one + " only"
                : "the lab has " + one + " and " + other + " on "
                        + meeting.to().host().name() + " only, and no flow within one host is checked";
    }

    /** The two roles have nothing of that kind in common: {@code pool}, {@code zone}, {@code address family}. */
    static String nothingShared(Meeting meeting, String what) {
        String one = meeting.from().role();
        String other = meeting.to().role();
        return "no " + one + " of the lab shares " + article(what) + " with "
                + (one.equals(other) ? "another" : article(other));
    }

    private static String article(String what) {
        return ("aeio".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    private static String either(List<String> names) {
        List<String> all = names.stream().distinct().toList();
        int last = all.size() - 1;
        return last == 0
                ? all.get(0)
                : all.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + all.get(last);
    }
}
