package dev.sallyport.scenarios;

import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Entry;
import dev.sallyport.scenarios.Meetings.Found;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All checks that a catalogue asks of a lab, before a scenario or the command line chooses some.
 *
 * @param planned in the catalogue's order
 * @param absent for each row why some of its entries have no flow in the lab
 * @param dropped for excluded rows why some of their flows are not checked
 */
record Documented(List<Planned> planned, Map<String, Set<String>> absent, Map<String, Set<String>> dropped) {

    /** Plans the catalogue as the site reads it, at the site's ports. */
    static Documented of(Lab lab, Catalog printed, Spoken spoken) {
        Catalog catalog = printed.under(lab.readings()).at(lab.ports());
        Ways ways = new Ways(lab);
        Meetings meetings = new Meetings(lab, catalog, ways);
        Drafts drafts = new Drafts(lab, catalog, ways);
        Map<String, Set<String>> absent = new LinkedHashMap<>();
        for (Entry entry : catalog.entries()) {
            Found found = meetings.of(entry);
            found.meetings().forEach(meeting -> drafts.add(entry, meeting));
            note(absent, entry, found.why());
        }
        List<Draft> all = new Balancers(lab, catalog, ways).before(drafts.all());
        Demands demands = demands(lab, catalog, spoken, meetings, all);
        return new Documented(demands.planned(), absent, demands.dropped());
    }

    private static void note(Map<String, Set<String>> absent, Entry entry, String why) {
        if (!why.isEmpty()) {
            entry.rows().forEach(row -> absent.computeIfAbsent(row, r -> new LinkedHashSet<>())
                    .add(why));
        }
    }

    private static Demands demands(Lab lab, Catalog catalog, Spoken spoken, Meetings meetings, List<Draft> drafts) {
        List<String> ids = CheckIds.of(drafts);
        List<List<Integer>> ports = PortChoice.of(drafts, ids);
        boolean leads = drafts.stream()
                .anyMatch(draft -> spoken.sequel(draft.exchange()).isPresent());
        Allowed allowed = Allowed.asTheLabSays(lab);
        Allowed strictly = Allowed.bySourceHost(lab);
        if (!lab.exclude().isEmpty()) {
            fill(allowed, lab, catalog, meetings, drafts);
        }
        if (leads) {
            fill(strictly, lab, catalog, meetings, drafts);
        }
        Demands demands = new Demands(lab, spoken, allowed, strictly);
        for (int i = 0; i < drafts.size(); i++) {
            demands.add(drafts.get(i), ids.get(i), ports.get(i));
        }
        return demands;
    }

    private static void fill(Allowed allowed, Lab lab, Catalog catalog, Meetings meetings, List<Draft> drafts) {
        drafts.forEach(draft -> Demands.wanted(lab, draft).forEach(ask -> allowed.add(draft, ask)));
        Set<String> withdrawn = withdrawn(lab, drafts);
        catalog.elsewhere().stream()
                .filter(beyond -> !withdrawn.containsAll(beyond.rows()))
                .forEach(beyond ->
                        meetings.of(beyond.from(), beyond.on()).forEach(meeting -> allowed.add(beyond, meeting)));
        lab.permits().forEach(allowed::add);
    }

    /** Rows that the site excludes, itself or with all that they repeat: what is printed of them is not allowed either. */
    private static Set<String> withdrawn(Lab lab, List<Draft> drafts) {
        Set<String> rows = new HashSet<>(lab.exclude());
        drafts.forEach(draft -> draft.asks().forEach(ask -> rows.add(ask.row())));
        drafts.forEach(draft -> Demands.wanted(lab, draft).forEach(ask -> rows.remove(ask.row())));
        return rows;
    }
}
