package dev.sallyport.roles;

import java.util.regex.Pattern;

/**
 * A role, at one of its interfaces where it has several; files write {@code front-end}, {@code edge/internal}, {@code any}.
 *
 * @param role the role's name; {@code any} for every role
 * @param network the interface; "" where the role has but one
 */
public record RoleAt(String role, String network) {
    /** Whatever the role. */
    public static final RoleAt ANY = new RoleAt("any", "");

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?");

    /** Reads {@code front-end} or {@code edge/internal}. */
    public static RoleAt parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no role: write front-end, or edge/internal for one of its interfaces");
        }
        int slash = text.indexOf('/');
        return slash < 0 ? new RoleAt(text, "") : new RoleAt(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Tells whether every role is meant. */
    public boolean isAny() {
        return equals(ANY);
    }

    @Override
    public String toString() {
        return network.isEmpty() ? role : role + "/" + network;
    }
}
