package dev.sallyport.roles;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition under which a host that plays an entry's role accepts what the entry says.
 *
 * @param kind what is asked for
 * @param role the role asked about; "" for {@link Kind#ALWAYS}
 */
public record When(Kind kind, String role) {
    /** What a condition asks for. */
    public enum Kind {
        /** Nothing: the entry holds wherever its role does. */
        ALWAYS,
        /** The same host plays the other role too: {@code collocated(front-end)}. */
        COLLOCATED,
        /** The same host does not play the other role: {@code not collocated(front-end)}. */
        NOT_COLLOCATED,
        /** A host of the same pool plays the other role: {@code pool-runs(mediation)}. */
        POOL_RUNS
    }

    /** Without condition. */
    public static final When ALWAYS = new When(Kind.ALWAYS, "");

    private static final Pattern FORM = Pattern.compile("(not collocated|collocated|pool-runs)\\(([a-z0-9-]+)\\)");

    /** Reads {@code collocated(front-end)}, {@code not collocated(front-end)} or {@code pool-runs(mediation)}. */
    public static When parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no condition: write collocated(ROLE), not collocated(ROLE) or pool-runs(ROLE)");
        }
        return new When(kind(form.group(1)), form.group(2));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "collocated" -> Kind.COLLOCATED;
            case "not collocated" -> Kind.NOT_COLLOCATED;
            default -> Kind.POOL_RUNS;
        };
    }

    /**
     * Tells whether the condition holds for a host.
     *
     * @param hostRoles all roles the host plays
     * @param poolRoles all roles the hosts of its pool play
     */
    public boolean holds(Set<String> hostRoles, Set<String> poolRoles) {
        return switch (kind) {
            case ALWAYS -> true;
            case COLLOCATED -> hostRoles.contains(role);
            case NOT_COLLOCATED -> !hostRoles.contains(role);
            case POOL_RUNS -> poolRoles.contains(role);
        };
    }
}
