package dev.sallyport.cli;

import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Document;
import dev.sallyport.roles.Entry;
import dev.sallyport.roles.Reading;
import dev.sallyport.roles.RoleAt;
import dev.sallyport.roles.Row;
import dev.sallyport.roles.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything about one row, for people: what is printed, what it means, what proves it, how else it can be read. */
record RowSheet(Catalog catalog, Protocols protocols) {

    private static final int LABELS = "Readings".length();

    /** Returns the sheet of a row. */
    String text(Row row) {
        Labelled sheet = new Labelled(LABELS);
        sheet.add("Printed", printed(row)).add("", ports(row) + ", " + row.protocol() + ", " + printedSecurity(row));
        if (!row.sameAs().isEmpty()) {
            sheet.add("Same as", row.sameAs());
        }
        if (!row.repeats().isEmpty()) {
            sheet.add("Repeats", String.join(", ", row.repeats()));
        }
        catalog.entries(row.id()).forEach(entry -> describe(entry, sheet));
        return heading(row) + "\n\n" + sheet.text() + choice(row);
    }

    private String heading(Row row) {
        String title = catalog.documents().stream()
                .filter(document -> document.name().equals(row.document()))
                .map(Document::title)
                .findFirst()
                .orElse(catalog.name());
        return row.id() + "  " + title;
    }

    private static String printed(Row row) {
        String who = row.service().isEmpty() ? row.role() : row.service() + ", " + row.role();
        return row.from().isEmpty() ? who : who + ": " + row.from() + " → " + row.to();
    }

    private static String ports(Row row) {
        return row.ports() + "/" + transports(row.transports());
    }

    private static String printedSecurity(Row row) {
        return row.security().isEmpty()
                ? "no security printed"
                : row.security().stream().map(RowSheet::words).collect(Collectors.joining(" or "));
    }

    private void describe(Entry entry, Labelled sheet) {
        sheet.gap().add("Flow", roles(entry.from()) + " → " + roles(entry.on()) + scope(entry.scope()));
        sheet.add(
                "",
                entry.service() + " at " + entry.ports() + "/" + transports(entry.transports()) + sourcePorts(entry)
                        + ", " + words(entry.security()));
        condition(entry).forEach(text -> sheet.add("", text));
        sheet.add("Proof", entry.exchange() + (protocols.speak(entry.exchange()) ? "" : notSpoken()));
        if (!entry.note().isEmpty()) {
            sheet.add("Note", entry.note());
        }
        readings(entry, sheet);
    }

    private static String notSpoken() {
        return ", which this version does not speak: checks are inconclusive";
    }

    private static String roles(List<RoleAt> roles) {
        return roles.stream()
                .map(role -> role.isAny() ? "any role" : role.toString())
                .collect(Collectors.joining(", "));
    }

    private static String scope(Scope scope) {
        return switch (scope) {
            case ANY -> "";
            case SAME_POOL -> ", within a pool";
            case SAME_ZONE -> ", within a zone";
        };
    }

    private static List<String> condition(Entry entry) {
        String role = entry.when().role();
        return switch (entry.when().kind()) {
            case ALWAYS -> List.of();
            case COLLOCATED -> List.of("only on a host that also plays " + role);
            case NOT_COLLOCATED -> List.of("only on a host that does not also play " + role);
            case POOL_RUNS -> List.of("only where a host of the pool plays " + role);
        };
    }

    private static String sourcePorts(Entry entry) {
        return entry.sourcePorts().map(ports -> ", from ports " + ports).orElse("");
    }

    private static String transports(Set<Transport> transports) {
        return transports.stream().map(Transport::text).collect(Collectors.joining("+"));
    }

    private static String words(Security security) {
        return switch (security) {
            case NONE -> "in clear";
            case TLS -> "TLS";
            case MTLS -> "mutual TLS";
        };
    }

    private static void readings(Entry entry, Labelled sheet) {
        List<String> lines = new ArrayList<>();
        for (Reading reading : entry.readings()) {
            lines.add(reading.name() + (lines.isEmpty() ? " (default): " : ": ") + reading.about());
        }
        for (int i = 0; i < lines.size(); i++) {
            sheet.add(i == 0 ? "Readings" : "", lines.get(i));
        }
    }

    /** How a site chooses, shown with a reading that is not the default. */
    private String choice(Row row) {
        return catalog.readings(row.id()).stream()
                .skip(1)
                .findFirst()
                .map(reading -> "\n  In a lab file:  readings: { " + row.id() + ": " + reading + " }\n")
                .orElse("");
    }
}
