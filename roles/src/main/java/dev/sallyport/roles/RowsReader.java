package dev.sallyport.roles;

import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code rows.yaml}: what the tables print, document by document. A row may be one of the base's, printed again
 * ({@code same-as}); it then stands wherever that one does.
 */
final class RowsReader {
    private static final Pattern PORTS = Pattern.compile("\\d+([-/]\\d+)?");

    final List<Document> documents = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> inherited = new LinkedHashMap<>();
    private final Map<String, List<String>> printedAgain = new LinkedHashMap<>();
    private final List<YamlValue> places = new ArrayList<>();
    private final List<YamlValue> repeated = new ArrayList<>();

    /**
     * Begins with no rows.
     *
     * @param inherited the base's
     */
    RowsReader(List<Row> inherited) {
        inherited.forEach(row -> this.inherited.put(row.id(), row));
    }

    /** Every row must stand in an entry, or the catalogue forgets it. */
    void demandEach(Set<String> held) {
        for (int i = 0; i < rows.size(); i++) {
            if (!held.contains(rows.get(i).id())) {
                places.get(i).problem("stands in no role file; add it to the rows of an entry");
            }
        }
    }

    Set<String> ids() {
        return Stream.concat(inherited.keySet().stream(), rows.stream().map(Row::id))
                .collect(Collectors.toSet());
    }

    /** Adds to rows those that print them again, but for the ones that stand elsewhere already. */
    List<String> withThoseThatPrintAgain(List<String> some, Set<String> standing) {
        return some.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row),
                        printedAgain.getOrDefault(row, List.of()).stream().filter(again -> !standing.contains(again))))
                .toList();
    }

    void read(YamlMap file) {
        file.map("documents").entries().forEach((name, value) -> document(name, value.map()));
        repeated.forEach(row -> row.known("row", ids()));
        file.done();
    }

    private void document(String name, YamlMap map) {
        List<String> sources =
                map.optionalOneOrMany("source").stream().map(YamlValue::text).toList();
        documents.add(new Document(name, map.text("title"), sources));
        map.map("rows").entries().forEach((id, value) -> row(name, id, value));
        map.done();
    }

    private void row(String document, String id, YamlValue value) {
        if (!id.startsWith(document + "-")) {
            value.problem("a row of this document is named " + document + "-NUMBER");
        }
        YamlMap map = value.map();
        Optional<Row> row =
                map.has("same-as") ? again(document, id, map.value("same-as")) : Optional.of(row(document, id, map));
        row.ifPresent(read -> {
            rows.add(read);
            places.add(value);
        });
        map.done();
    }

    private Optional<Row> again(String document, String id, YamlValue sameAs) {
        String first = sameAs.known("row", inherited.keySet());
        printedAgain.computeIfAbsent(first, row -> new ArrayList<>()).add(id);
        return Optional.ofNullable(inherited.get(first)).map(row -> row.as(id, document));
    }

    private Row row(String document, String id, YamlMap map) {
        List<YamlValue> repeats = map.optionalOneOrMany("repeats");
        repeated.addAll(repeats);
        String role = map.text("role");
        return new Row(
                id,
                document,
                role,
                map.optionalText("service").orElse(""),
                map.optionalText("from").orElse(""),
                map.optionalText("to").orElse(role),
                Words.transports(map.oneOrMany("transport")),
                ports(map.value("ports")),
                Words.security(map.optionalOneOrMany("security")),
                map.text("protocol"),
                repeats.stream().map(YamlValue::text).toList(),
                "");
    }

    private static String ports(YamlValue value) {
        String ports = value.text();
        if (value.isText() && !PORTS.matcher(ports).matches()) {
            value.problem("'" + ports + "' is no printed port: write 5061, 50000-59999, or 67/68 for a pair");
        }
        return ports;
    }
}
