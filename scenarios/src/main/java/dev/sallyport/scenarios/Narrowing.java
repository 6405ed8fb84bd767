package dev.sallyport.scenarios;

import dev.sallyport.flow.Flow;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Document;
import dev.sallyport.roles.Entry;
import dev.sallyport.yaml.DidYouMean;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A selection whose words are known. A word that could be of two kinds is of the first: row or document, role, host,
 * protocol.
 */
final class Narrowing {
    private enum Kind {
        ROW,
        ROLE,
        HOST,
        PROTOCOL
    }

    private final Selection selection;
    private final Map<Kind, Set<String>> only = new EnumMap<>(Kind.class);

    /**
     * Sorts the words of a selection by what they name.
     *
     * @throws NoPlanException for a word that names nothing
     */
    Narrowing(Selection selection, Lab lab, Catalog catalog) {
        this.selection = selection;
        Map<String, Kind> known = words(lab, catalog);
        for (String word : selection.only()) {
            Kind kind = known.get(word);
            if (kind == null) {
                throw new NoPlanException(unknown(word, lab, catalog, known.keySet()));
            }
            only.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(word);
        }
        hosts("--from", selection.from(), lab);
        hosts("--to", selection.to(), lab);
    }

    private static Map<String, Kind> words(Lab lab, Catalog catalog) {
        Map<String, Kind> words = new LinkedHashMap<>();
        put(words, Kind.ROW, catalog.rowIds());
        put(words, Kind.ROW, documents(catalog));
        put(words, Kind.ROLE, catalog.roleNames());
        put(words, Kind.HOST, hostNames(lab));
        put(words, Kind.PROTOCOL, protocols(catalog));
        return words;
    }

    private static void put(Map<String, Kind> words, Kind kind, Collection<String> names) {
        names.forEach(name -> words.putIfAbsent(name, kind));
    }

    private static List<String> hostNames(Lab lab) {
        return lab.hosts().stream().map(Host::name).toList();
    }

    private static List<String> documents(Catalog catalog) {
        return catalog.documents().stream().map(Document::name).toList();
    }

    private static Set<String> protocols(Catalog catalog) {
        Set<String> protocols = new TreeSet<>();
        for (Entry entry : catalog.entries()) {
            protocols.add(entry.protocol());
            entry.readings().forEach(reading -> protocols.add(reading.entry().protocol()));
        }
        return protocols;
    }

    private static String unknown(String word, Lab lab, Catalog catalog, Set<String> known) {
        return "--only '" + word + "' names no row (SRV-03), no document (" + String.join(", ", documents(catalog))
                + "), no role (front-end), no host of lab " + lab.name() + " and no protocol ("
                + String.join(", ", protocols(catalog)) + ")" + DidYouMean.suggestion(word, known);
    }

    private static void hosts(String option, List<String> given, Lab lab) {
        List<String> known = hostNames(lab);
        for (String name : given) {
            if (!known.contains(name)) {
                throw new NoPlanException(option + ": " + DidYouMean.unknown("host", name, known));
            }
        }
    }

    /** Returns whether the check is asked for. */
    boolean includes(Planned planned) {
        Flow flow = planned.check().flow();
        return meant(selection.from(), flow.from().host())
                && meant(selection.to(), flow.to().host())
                && selection.expect().map(planned.check().expect()::equals).orElse(true)
                && selection
                        .failed()
                        .map(ids -> ids.contains(planned.check().id()))
                        .orElse(true)
                && only.keySet().stream().allMatch(kind -> includes(kind, planned));
    }

    private boolean includes(Kind kind, Planned planned) {
        Set<String> words = only.get(kind);
        Flow flow = planned.check().flow();
        return switch (kind) {
            case ROW ->
                planned.asks().stream()
                        .map(Ask::row)
                        .anyMatch(row -> words.contains(row) || words.contains(Scenario.document(row)));
            case ROLE ->
                planned.asks().stream().anyMatch(ask -> words.contains(ask.fromRole()) || words.contains(ask.toRole()));
            case HOST ->
                words.contains(flow.from().host()) || words.contains(flow.to().host());
            case PROTOCOL -> words.contains(flow.protocol());
        };
    }

    private static boolean meant(List<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }
}
