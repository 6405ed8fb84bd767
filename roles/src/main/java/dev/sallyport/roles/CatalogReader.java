package dev.sallyport.roles;

import dev.sallyport.lab.Trait;
import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the files of one catalogue; first what it takes over from its base, then the names of all roles and rows, then
 * the entries that use them.
 */
final class CatalogReader {
    /** The file of a catalogue that tells what the tables print. */
    static final String ROWS = "rows.yaml";

    /** The file of a catalogue that names its base; all files beside these two are role files. */
    static final String BASE = "catalog.yaml";

    private final String name;
    private final Problems problems;
    private final List<YamlMap> bases = new ArrayList<>();
    private final List<YamlMap> tables = new ArrayList<>();
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
        String file = Path.of(path).getFileName().toString();
        List<YamlMap> alike = file.equals(ROWS) ? tables : file.equals(BASE) ? bases : files;
        YamlFile.parse(path, text, problems).ifPresent(alike::add);
    }

    /** Reads what was taken in; the result is of use only where no problem was found. */
    Catalog read() {
        if (bases.isEmpty()) {
            return read(Inherited.NOTHING);
        }
        // Where the base is not known, all that is taken from it would be unknown too.
        return BaseReader.read(bases.get(0)).map(this::read).orElseGet(() -> catalog(Inherited.NOTHING));
    }

    private Catalog read(Inherited base) {
        RowsReader rows = new RowsReader(base.rows());
        tables.forEach(rows::read);
        base.roles().forEach(role -> roles.put(role.name(), role));
        files.forEach(file -> role(file, base));
        files.forEach(this::balances);
        Names names = new Names(interfaces(), rows.ids());
        files.forEach(file -> entries(file, names));
        Set<String> told = rowsOf(entries);
        Inherited all =
                base.retold(told).and(entries, elsewhere).forRows(some -> rows.withThoseThatPrintAgain(some, told));
        rows.demandEach(rowsOf(all.entries()));
        return catalog(all.printing(rows.documents, rows.rows));
    }

    private static Set<String> rowsOf(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.rows().stream()).collect(Collectors.toSet());
    }

    private Catalog catalog(Inherited all) {
        return new Catalog(
                name, List.copyOf(roles.values()), all.entries(), all.elsewhere(), all.documents(), rows(all));
    }

    /** Without a table of rows, the entries are all that is known of them. */
    private static List<Row> rows(Inherited all) {
        if (!all.rows().isEmpty()) {
            return all.rows();
        }
        Map<String, Row> told = new LinkedHashMap<>();
        all.entries().forEach(entry -> entry.rows().forEach(id -> told.putIfAbsent(id, Row.of(id, entry))));
        return List.copyOf(told.values());
    }

    private void role(YamlMap file, Inherited base) {
        String about = file.text("about");
        List<String> interfaces = texts(file, "interfaces");
        String balances = file.optionalText("balances").orElse("");
        Set<Trait> traits = Words.traits(file.optionalOneOrMany("traits"));
        file.optional("role").map(YamlValue::text).ifPresent(role -> {
            if (roles.putIfAbsent(role, new Role(role, about, interfaces, balances, traits)) != null) {
                file.problem("role", second(role, base));
            }
        });
    }

    private static String second(String role, Inherited base) {
        return base.roles().stream().anyMatch(known -> known.name().equals(role))
                ? "the role '" + role + "' is the base's already; write 'on: [" + role + "]' to add to it"
                : "the role '" + role + "' has another file already; keep one";
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
