package dev.sallyport.cli;

import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Document;
import dev.sallyport.roles.Row;
import dev.sallyport.yaml.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the rows that a command names, one by one or by their document, in whatever case. */
record NamedRows(Catalog catalog) {

    /**
     * Returns the rows in the order they are named.
     *
     * @throws BadInputException with every word that names none
     */
    List<Row> of(List<String> words) {
        List<String> unknown = new ArrayList<>();
        List<Row> rows =
                words.stream().flatMap(word -> named(word, unknown)).distinct().toList();
        if (!unknown.isEmpty()) {
            throw new BadInputException(unknown);
        }
        return rows;
    }

    private Stream<Row> named(String word, List<String> unknown) {
        String name = word.toUpperCase(Locale.ROOT);
        Optional<Row> row = catalog.row(name);
        if (row.isPresent()) {
            return row.stream();
        }
        List<Row> ofDocument = catalog.rows().stream()
                .filter(each -> each.document().equals(name))
                .toList();
        if (ofDocument.isEmpty()) {
            unknown.add(nothing(word));
        }
        return ofDocument.stream();
    }

    private String nothing(String word) {
        List<String> documents =
                catalog.documents().stream().map(Document::name).toList();
        List<String> all =
                Stream.concat(catalog.rowIds().stream(), documents.stream()).toList();
        return "no row or document '" + word + "' (documents: " + String.join(", ", documents) + ")"
                + DidYouMean.suggestion(word, all);
    }
}
