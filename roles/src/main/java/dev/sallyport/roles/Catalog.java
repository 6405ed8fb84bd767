package dev.sallyport.roles;

import dev.sallyport.flow.PortRange;
import dev.sallyport.lab.Trait;
import dev.sallyport.lab.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The role files of one product: who accepts what from whom, on which port, by which row. Every list is in the order of
 * the files, every row stands in at least one entry.
 *
 * @param name {@code lync-server-2013}, or the folder it was read from
 * @param elsewhere what sibling documents add, which is neither demanded nor denied
 */
public record Catalog(
        String name,
        List<Role> roles,
        List<Entry> entries,
        List<Elsewhere> elsewhere,
        List<Document> documents,
        List<Row> rows) {

    /** Keeps its own copies. */
    public Catalog {
        roles = List.copyOf(roles);
        entries = List.copyOf(entries);
        elsewhere = List.copyOf(elsewhere);
        documents = List.copyOf(documents);
        rows = List.copyOf(rows);
    }

    /** Returns the role of a name. */
    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** Returns the names of all roles. */
    public Set<String> roleNames() {
        return roles.stream().map(Role::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the row of an id. */
    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Returns the ids of all rows, document by document. */
    public Set<String> rowIds() {
        return rows.stream().map(Row::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the entries in which a row stands. */
    public List<Entry> entries(String row) {
        return entries.stream().filter(entry -> entry.rows().contains(row)).toList();
    }

    /** Returns the names of the readings a row has, the default first; empty where there is but one. */
    public Set<String> readings(String row) {
        return entries(row).stream()
                .flatMap(entry -> entry.readings().stream())
                .map(Reading::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the names that a lab file may use. */
    public Vocabulary vocabulary() {
        Map<String, Set<String>> readings = new LinkedHashMap<>();
        rowIds().forEach(row -> readings.put(row, readings(row)));
        readings.values().removeIf(Set::isEmpty);
        Map<String, Set<Trait>> traits = roles.stream().collect(Collectors.toMap(Role::name, Role::traits));
        return new Vocabulary(roleNames(), rowIds(), readings, same(), traits);
    }

    /** Returns for each row that has several ids all of them, the first product's first. */
    private Map<String, Set<String>> same() {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.sameAs().isEmpty()) {
                ids.computeIfAbsent(row.sameAs(), first -> new LinkedHashSet<>(Set.of(first)))
                        .add(row.id());
            }
        }
        List.copyOf(ids.values()).forEach(all -> all.forEach(id -> ids.put(id, all)));
        return ids;
    }

    /** Returns the catalogue as a site reads it: {@code {PIC-04=source}}; other rows keep their default. */
    public Catalog under(Map<String, String> readings) {
        List<Entry> read = new ArrayList<>();
        for (Entry entry : entries) {
            read.addAll(split(entry, readings, Entry::under));
        }
        return with(read);
    }

    /** Returns the catalogue with a site's own port or range for rows: {@code {SRV-48=5060}}. */
    public Catalog at(Map<String, PortRange> ports) {
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : entries) {
            moved.addAll(split(entry, ports, this::moved));
        }
        return with(moved);
    }

    /** Rows that a site says something about leave the entry they share with others. */
    private <T> List<Entry> split(Entry entry, Map<String, T> said, BiFunction<Entry, T, Entry> change) {
        Map<Optional<T>, List<String>> rows = new LinkedHashMap<>();
        rows.put(Optional.empty(), new ArrayList<>());
        for (String row : entry.rows()) {
            rows.computeIfAbsent(said(said, row, entry), r -> new ArrayList<>()).add(row);
        }
        rows.values().removeIf(List::isEmpty);
        List<Entry> parts = new ArrayList<>();
        rows.forEach((what, some) -> parts.add(
                what.map(say -> change.apply(entry, say)).orElse(entry).forRows(some)));
        return parts;
    }

    /** What a site says of a row, or else of one that it repeats at the same listener. */
    private <T> Optional<T> said(Map<String, T> said, String row, Entry at) {
        return Stream.concat(Stream.of(row), repeatedAt(row, at))
                .filter(said::containsKey)
                .findFirst()
                .map(said::get);
    }

    private Stream<String> repeatedAt(String row, Entry at) {
        return row(row).stream().flatMap(its -> its.repeats().stream()).filter(repeated -> entries(repeated).stream()
                .anyMatch(at::sharesItsListener));
    }

    /** Where a reading takes the printed ports as the initiator's, the site's are the initiator's too. */
    private Entry moved(Entry entry, PortRange range) {
        String source = entry.sourcePorts().map(PortRange::toString).orElse("");
        boolean initiators = entry.rows().stream()
                .flatMap(row -> row(row).stream())
                .anyMatch(row -> row.ports().equals(source));
        return initiators ? entry.fromPorts(range) : entry.at(range);
    }

    private Catalog with(List<Entry> others) {
        return new Catalog(name, roles, others, elsewhere, documents, rows);
    }
}
