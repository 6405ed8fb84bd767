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
 * @param same for rows that are one line under several ids, all of these; what a lab says of one it says of each
 */
public record Vocabulary(
        Set<String> roles, Set<String> rows, Map<String, Set<String>> readings, Map<String, Set<String>> same) {
    /** Keeps its own copies. */
    public Vocabulary {
        roles = Set.copyOf(roles);
        rows = Set.copyOf(rows);
        readings = Map.copyOf(readings);
        same = Map.copyOf(same);
    }

    /** Creates the vocabulary of a catalogue in which every row has one id. */
    public Vocabulary(Set<String> roles, Set<String> rows, Map<String, Set<String>> readings) {
        this(roles, rows, readings, Map.of());
    }

    /** Returns the vocabulary that accepts every name: for reading a lab without its catalogue. */
    public static Vocabulary any() {
        return new Vocabulary(Set.of(), Set.of(), Map.of());
    }

    /** Returns whether every name is accepted. */
    public boolean isAny() {
        return roles.isEmpty() && rows.isEmpty() && readings.isEmpty();
    }

    /** Returns a row with all ids it has. */
    Set<String> idsOf(String row) {
        return same.getOrDefault(row, Set.of(row));
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
