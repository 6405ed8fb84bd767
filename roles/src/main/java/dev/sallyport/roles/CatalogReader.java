package dev.sallyport.roles;

import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the files of one catalogue; first the names of all roles and rows, then the entries that use them. */
final class CatalogReader {
    /** The file of a catalogue that tells what the tables print; all others are role files. */
    static final String ROWS = "rows.yaml";

    private final String name;
    private final Problems problems;
    private final RowsReader rows = new RowsReader();
    private final List<YamlMap> files = new ArrayList<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();

    CatalogReader(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    /** Takes a file in; {@code path} is the name that problems carry. */
    void add(String path, String text) {
        if (path.endsWith(ROWS)) {
            rows.read(path, text, problems);
        } else {
            YamlFile.parse(path, text, problems).ifPresent(files::add);
        }
    }

    /** Reads what was taken in; the result is of use only where no problem was found. */
    Catalog read() {
        files.forEach(this::role);
        files.forEach(this::balances);
        Names names = new Names(interfaces(), rows.ids());
        files.forEach(file -> entries(file, names));
        rows.demandEach(entries.stream().flatMap(entry -> entry.rows().stream()).collect(Collectors.toSet()));
        return new Catalog(name, List.copyOf(roles.values()), entries, elsewhere, rows.documents, rows());
    }

    /** Without a table of rows, the entries are all that is known of them. */
    private List<Row> rows() {
        if (!rows.rows.isEmpty()) {
            return rows.rows;
        }
        Map<String, Row> told = new LinkedHashMap<>();
        entries.forEach(entry -> entry.rows().forEach(id -> told.putIfAbsent(id, Row.of(id, entry))));
        return List.copyOf(told.values());
    }

    private void role(YamlMap file) {
        String about = file.text("about");
        List<String> interfaces = texts(file, "interfaces");
        String balances = file.optionalText("balances").orElse("");
        file.optional("role").map(YamlValue::text).ifPresent(role -> {
            if (roles.putIfAbsent(role, new Role(role, about, interfaces, balances)) != null) {
                file.problem("role", "the role '" + role + "' has another file already; keep one");
            }
        });
    }

    private void balances(YamlMap file) {
        String balanced = file.optionalText("balances").orElse("");
        if (!balanced.isEmpty() && !roles.containsKey(balanced)) {
            file.problem("balances", DidYouMean.unknown("role", balanced, roles.keySet()));
        }
    }

    private void entries(YamlMap file, Names names) {
        texts(file, "source");
        for (YamlValue item : file.list("accepts")) {
            entries.add(EntryReader.entry(file, item.map(), names));
        }
        for (YamlValue item : file.optionalList("elsewhere")) {
            elsewhere.add(EntryReader.elsewhere(file, item.map(), names));
        }
        file.has("on");
        file.has("when");
        file.done();
    }

    private Map<String, List<String>> interfaces() {
        Map<String, List<String>> interfaces = new LinkedHashMap<>();
        roles.values().forEach(role -> interfaces.put(role.name(), role.interfaces()));
        return interfaces;
    }

    private static List<String> texts(YamlMap map, String key) {
        return map.optionalOneOrMany(key).stream().map(YamlValue::text).toList();
    }
}
