package dev.sallyport.roles;

import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code catalog.yaml}: on which catalogue another one is based, and which rows its product does not have. */
final class BaseReader {
    private BaseReader() {}

    /** Returns nothing where the base is not known. */
    static Optional<Inherited> read(YamlMap file) {
        file.text("about");
        Optional<Catalog> base = base(file.value("base"));
        Set<String> gone = new HashSet<>();
        for (YamlValue item : file.optionalList("without")) {
            gone.addAll(gone(item.map(), base));
        }
        file.done();
        return base.map(Inherited::of).map(all -> all.without(gone));
    }

    private static Optional<Catalog> base(YamlValue value) {
        List<String> known = CatalogFiles.builtInNames();
        String name = value.text();
        if (value.isText() && !known.contains(name)) {
            value.problem(DidYouMean.unknown("built-in catalogue", name, known));
        }
        return known.contains(name) ? Optional.of(CatalogFiles.builtIn(name)) : Optional.empty();
    }

    private static List<String> gone(YamlMap item, Optional<Catalog> base) {
        List<YamlValue> rows = item.oneOrMany("rows");
        item.text("because");
        item.done();
        base.ifPresent(catalog -> rows.forEach(row -> row.known("row", catalog.rowIds())));
        return rows.stream().map(YamlValue::text).toList();
    }
}
