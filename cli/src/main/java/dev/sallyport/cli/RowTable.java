package dev.sallyport.cli;

import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Document;
import dev.sallyport.roles.Entry;
import dev.sallyport.roles.RoleAt;
import dev.sallyport.roles.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as a table of 80 columns: a line a row, a heading a document. */
record RowTable(Catalog catalog, Protocols protocols) {

    private static final int ROW = 11;
    private static final int PORT = 19;
    private static final int EXCHANGE = 19;
    private static final int SECURITY = 6;
    private static final String NOT_SPOKEN = "*";

    /** Returns the table of these rows, in the catalogue's order. */
    String text(List<Row> rows) {
        StringBuilder text = new StringBuilder(line("ROW", "PORT", "EXCHANGE", "TLS", "LISTENS"));
        for (Document document : catalog.documents()) {
            List<Row> its = rows.stream()
                    .filter(row -> row.document().equals(document.name()))
                    .toList();
            if (!its.isEmpty()) {
                text.append('\n').append(document.title()).append('\n');
                its.forEach(row -> text.append(line(row)));
            }
        }
        return text.append('\n').append(legend(rows)).toString();
    }

    private String line(Row row) {
        List<Entry> entries = catalog.entries(row.id());
        String transports = row.transports().stream().map(Transport::text).collect(Collectors.joining("+"));
        return line(
                row.id(),
                row.ports() + "/" + transports,
                first(entries, entry -> Stream.of(exchange(entry))),
                first(entries, entry -> Stream.of(entry.security().text())),
                first(entries, entry -> entry.on().stream().map(RoleAt::toString)));
    }

    private String exchange(Entry entry) {
        return entry.exchange() + (protocols.speak(entry.exchange()) ? "" : NOT_SPOKEN);
    }

    /** The first of several differing values, marked. */
    private static String first(List<Entry> entries, Function<Entry, Stream<String>> value) {
        List<String> values = entries.stream().flatMap(value).distinct().toList();
        return values.get(0) + (values.size() > 1 ? " …" : "");
    }

    private static String line(String row, String port, String exchange, String security, String listens) {
        String text = Labelled.padded(row, ROW)
                + Labelled.padded(port, PORT)
                + Labelled.padded(exchange, EXCHANGE)
                + Labelled.padded(security, SECURITY)
                + listens;
        return text.stripTrailing() + "\n";
    }

    private String legend(List<Row> rows) {
        boolean all = rows.stream()
                .flatMap(row -> catalog.entries(row.id()).stream())
                .allMatch(entry -> protocols.speak(entry.exchange()));
        String stars = all ? "" : NOT_SPOKEN + " not spoken by this version: its checks are inconclusive\n";
        return rows.size() + " rows; … one of several\n" + stars + "sallyport catalog ROW tells who calls, and why\n";
    }
}
