package dev.sallyport.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was meant to be, and words the message. */
public final class DidYouMean {
    private static final int LONGEST_LIST = 30;

    private DidYouMean() {}

    /**
     * Words the message for a name nobody knows: {@code no zone 'intrnal' (zones: internal, dmz); did you mean
     * 'internal'?}. Long lists are left out.
     *
     * @param noun what the name names, in the singular: {@code zone}
     */
    public static String unknown(String noun, String given, Collection<String> known) {
        return "no " + noun + " '" + given + "'" + choices(noun, known) + suggestion(given, known);
    }

    /** Returns {@code ; did you mean 'internal'?}, or "" where nothing known is near. */
    public static String suggestion(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** Returns the known name nearest to the given one, if any is near enough to be what was meant. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        int tolerated = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(name -> distance(given, name) <= tolerated)
                .min(Comparator.comparingInt(name -> distance(given, name)));
    }

    private static String choices(String noun, Collection<String> known) {
        if (known.isEmpty() || known.size() > LONGEST_LIST) {
            return "";
        }
        return " (" + noun + "s: " + String.join(", ", known) + ")";
    }

    /** Counts insertions, deletions, replacements and swaps of neighbours; upper and lower case are the same. */
    private static int distance(String first, String second) {
        String from = first.toLowerCase(Locale.ROOT);
        String to = second.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = cheapest(from, to, i, j, cost);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(String from, String to, int i, int j, int[][] cost) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
