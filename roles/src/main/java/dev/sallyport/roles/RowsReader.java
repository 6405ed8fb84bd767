package dev.sallyport.roles;

import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code rows.yaml}: what the tables print, document by document. */
final class RowsReader {
    private static final Pattern PORTS = Pattern.compile("\\d+([-/]\\d+)?");

    final List<Document> documents = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    private final List<YamlValue> places = new ArrayList<>();
    private final List<YamlValue> repeated = new ArrayList<>();

    /** Reads the file's text; what is wrong with it is a problem. */
    void read(String file, String text, Problems problems) {
        YamlFile.parse(file, text, problems).ifPresent(this::read);
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
        return rows.stream().map(Row::id).collect(Collectors.toSet());
    }

    private void read(YamlMap file) {
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
        rows.add(row(document, id, map));
        places.add(value);
        map.done();
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
                repeats.stream().map(YamlValue::text).toList());
    }

    private static String ports(YamlValue value) {
        String ports = value.text();
        if (value.isText() && !PORTS.matcher(ports).matches()) {
            value.problem("'" + ports + "' is no printed port: write 5061, 50000-59999, or 67/68 for a pair");
        }
        return ports;
    }
}
