package dev.sallyport.lab;

import dev.sallyport.flow.PortRange;
import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a lab file says about ports and rows, beside its hosts. */
record RowSettings(
        List<PortRange> ignore,
        Set<String> optional,
        Set<String> exclude,
        Map<String, PortRange> ports,
        Map<String, String> readings) {
    static RowSettings read(YamlMap file, Vocabulary vocabulary) {
        List<PortRange> ignore = new ArrayList<>();
        file.optionalOneOrMany("ignore")
                .forEach(value -> value.read(PortRange::parse).ifPresent(ignore::add));
        Set<String> optional = rows(file, "optional", vocabulary, Set.of());
        Set<String> exclude = rows(file, "exclude", vocabulary, optional);
        return new RowSettings(ignore, optional, exclude, ports(file, vocabulary), readings(file, vocabulary));
    }

    private static Set<String> rows(YamlMap file, String key, Vocabulary vocabulary, Set<String> optional) {
        Set<String> rows = new LinkedHashSet<>();
        for (YamlValue value : file.optionalOneOrMany(key)) {
            String row = vocabulary.isAny() ? value.text() : value.known("row", vocabulary.sortedRows());
            rows.addAll(vocabulary.idsOf(row));
            if (optional.contains(row)) {
                value.problem("row " + row + " is both optional and excluded; keep one");
            }
        }
        return rows;
    }

    private static Map<String, PortRange> ports(YamlMap file, Vocabulary vocabulary) {
        Map<String, PortRange> ports = new LinkedHashMap<>();
        file.optionalMap("ports").ifPresent(map -> map.entries().forEach((row, value) -> {
            known(row, value, vocabulary);
            value.read(PortRange::parse).ifPresent(range -> ports.put(row, range));
        }));
        return eachId(ports, vocabulary);
    }

    private static Map<String, String> readings(YamlMap file, Vocabulary vocabulary) {
        Map<String, String> readings = new LinkedHashMap<>();
        file.optionalMap("readings").ifPresent(map -> map.entries().forEach((row, value) -> {
            if (known(row, value, vocabulary)) {
                readings.put(row, reading(row, value, vocabulary));
            }
        }));
        return eachId(readings, vocabulary);
    }

    /** What is said of an id itself goes before what is said of the same row by another. */
    private static <T> Map<String, T> eachId(Map<String, T> said, Vocabulary vocabulary) {
        Map<String, T> each = new LinkedHashMap<>(said);
        said.forEach((row, what) -> vocabulary.idsOf(row).forEach(id -> each.putIfAbsent(id, what)));
        return each;
    }

    private static String reading(String row, YamlValue value, Vocabulary vocabulary) {
        Set<String> readings = vocabulary.readings().getOrDefault(row, Set.of());
        if (vocabulary.isAny()) {
            return value.text();
        }
        if (readings.isEmpty()) {
            value.problem("row " + row + " has only one reading; leave it out");
            return "";
        }
        return value.known("reading", readings.stream().sorted().toList());
    }

    private static boolean known(String row, YamlValue value, Vocabulary vocabulary) {
        boolean known = vocabulary.isAny() || vocabulary.rows().contains(row);
        if (!known) {
            value.problem(DidYouMean.unknown("row", row, vocabulary.sortedRows()));
        }
        return known;
    }
}
