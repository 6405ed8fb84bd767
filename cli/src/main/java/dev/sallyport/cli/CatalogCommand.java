package dev.sallyport.cli;

import dev.sallyport.json.Json;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.roles.Row;
import java.util.List;
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
            "  sallyport catalog PIC-04     everything about one row",
            "  sallyport catalog --catalog skype-for-business-2019"
        })
final class CatalogCommand implements Action {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "ROW",
            arity = "0..*",
            description = "Rows (SRV-03) or documents (PIC); all when left out.")
    private List<String> wanted = List.of();

    @Option(
            names = "--catalog",
            paramLabel = "NAME",
            description =
                    "lync-server-2013 when left out, skype-for-business-2015, skype-for-business-2019, or a folder.")
    private String name = CatalogFiles.builtInNames().get(0);

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    CatalogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Catalog catalog = NamedCatalog.read(name);
        List<Row> rows = wanted.isEmpty() ? catalog.rows() : new NamedRows(catalog).of(wanted);
        terminal.out().print(text(rows, catalog, Protocols.spoken()));
        return ExitStatus.PASSED;
    }

    private String text(List<Row> rows, Catalog catalog, Protocols protocols) {
        if (json) {
            return Json.writePretty(rows.stream()
                    .map(row -> RowFacts.of(catalog, row, protocols))
                    .toList());
        }
        boolean oneByOne = !wanted.isEmpty() && wanted.stream().allMatch(word -> word.contains("-"));
        return oneByOne ? sheets(rows, new RowSheet(catalog, protocols)) : new RowTable(catalog, protocols).text(rows);
    }

    private static String sheets(List<Row> rows, RowSheet sheet) {
        return String.join("\n", rows.stream().map(sheet::text).toList());
    }
}
