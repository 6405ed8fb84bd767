package dev.sallyport.cli;

import dev.sallyport.json.Json;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.roles.Document;
import dev.sallyport.roles.Row;
import dev.sallyport.yaml.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport catalog}: the documented rows, as a table, or one by one with all there is to know. */
@Command(
        name = "catalog",
        description = "The documented rows: what each means, who talks to whom, what proves it.",
        footer = {
            "",
            "Examples:",
            "  sallyport catalog            all rows as a table",
            "  sallyport catalog PIC        those of one document",
            "  sallyport catalog PIC-04     everything about one row"
        })
final class CatalogCommand implements Action {

    private final Terminal terminal;
    private final Catalog catalog = CatalogFiles.builtIn();
    private final Protocols protocols = Protocols.spoken();

    @Parameters(
            paramLabel = "ROW",
            arity = "0..*",
            description = "Rows (SRV-03) or documents (PIC); all when left out.")
    private List<String> wanted = List.of();

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    CatalogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        List<Row> rows = rows();
        terminal.out().print(json ? json(rows) : text(rows));
        return ExitStatus.PASSED;
    }

    private List<Row> rows() {
        List<String> unknown = new ArrayList<>();
        List<Row> rows = wanted.isEmpty()
                ? catalog.rows()
                : wanted.stream()
                        .flatMap(word -> named(word, unknown))
                        .distinct()
                        .toList();
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
            unknown.add(noRow(word));
        }
        return ofDocument.stream();
    }

    private String noRow(String word) {
        List<String> documents =
                catalog.documents().stream().map(Document::name).toList();
        List<String> all =
                Stream.concat(catalog.rowIds().stream(), documents.stream()).toList();
        return "no row or document '" + word + "' (documents: " + String.join(", ", documents) + ")"
                + DidYouMean.suggestion(word, all);
    }

    private String json(List<Row> rows) {
        return Json.writePretty(
                rows.stream().map(row -> RowFacts.of(catalog, row, protocols)).toList());
    }

    private String text(List<Row> rows) {
        boolean one = !wanted.isEmpty() && wanted.stream().allMatch(word -> word.contains("-"));
        return one ? sheets(rows) : new RowTable(catalog, protocols).text(rows);
    }

    private String sheets(List<Row> rows) {
        RowSheet sheet = new RowSheet(catalog, protocols);
        return String.join("\n", rows.stream().map(sheet::text).toList());
    }
}
