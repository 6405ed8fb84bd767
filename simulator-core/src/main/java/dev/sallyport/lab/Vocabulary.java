package dev.sallyport.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a catalogue that a lab file may use.
 *
 * @param roles role names, {@code front-end}
 * @param rows row ids, {@code SRV-03}
 * @param readings the readings of each ambiguous row; a row that is missing here has only one
 */
public record Vocabulary(Set<String> roles, Set<String> rows, Map<String, Set<String>> readings) {
    /** Keeps its own copies. */
    public Vocabulary {
        roles = Set.copyOf(roles);
        rows = Set.copyOf(rows);
        readings = Map.copyOf(readings);
    }

    /** Returns the vocabulary that accepts every name: for reading a lab without its catalogue. */
    public static Vocabulary any() {
        return new Vocabulary(Set.of(), Set.of(), Map.of());
    }

    /** Returns whether every name is accepted. */
    public boolean isAny() {
        return roles.isEmpty() && rows.isEmpty() && readings.isEmpty();
    }

    /** Returns the role names in the order that messages list them. */
    List<String> sortedRoles() {
        return roles.stream().sorted().toList();
    }

    /** Returns the row ids in the order that messages list them. */
    List<String> sortedRows() {
        return rows.stream().sorted().toList();
    }
}
