package dev.sallyport.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of a catalogue that a lab file may use.
 *
 * @param roles role names, {@code front-end}
 * @param rows row ids, {@code SRV-03}
 * @param readings the readings of each ambiguous row; a row that is missing here has only one
 * @param same for rows that are one line under several ids, all of these; what a lab says of one it says of each
 * @param traits what roles make of their hosts; a role that is missing here makes nothing of them
 */
public record Vocabulary(
        Set<String> roles,
        Set<String> rows,
        Map<String, Set<String>> readings,
        Map<String, Set<String>> same,
        Map<String, Set<Trait>> traits) {
    /** Keeps its own copies. */
    public Vocabulary {
        roles = Set.copyOf(roles);
        rows = Set.copyOf(rows);
        readings = Map.copyOf(readings);
        same = Map.copyOf(same);
        traits = Map.copyOf(traits);
    }

    /** Creates a vocabulary of names alone: every row has one id, no role a trait. */
    public Vocabulary(Set<String> roles, Set<String> rows, Map<String, Set<String>> readings) {
        this(roles, rows, readings, Map.of(), Map.of());
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

    /** Returns what several roles make of the host that plays them. */
    Set<Trait> traitsOf(List<String> played) {
        return played.stream()
                .flatMap(role -> traits.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
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
