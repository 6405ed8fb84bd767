package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Entry;
import dev.sallyport.scenarios.Beside.Undocumented;
import dev.sallyport.scenarios.Meetings.Found;
import dev.sallyport.scenarios.PortChoice.Chosen;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All checks that a catalogue asks of a lab, before a scenario or the command line chooses some.
 *
 * @param planned in the catalogue's order, then what must stay closed beside it
 * @param absent for each row why some of its entries have no flow in the lab
 * @param dropped for excluded rows why some of their flows are not checked
 * @param complement what else could be asked
 * @param proving chooses controls for it
 */
record Documented(
        List<Planned> planned,
        Map<String, Set<String>> absent,
        Map<String, Set<String>> dropped,
        Complement complement,
        Controls proving) {

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
        Allowed allowed = Allowed.asTheLabSays(lab).gathering(catalog, meetings, all);
        Allowed strictly = Allowed.bySourceHost(lab).gathering(catalog, meetings, all);
        Map<Boolean, List<Draft>> wanted = all.stream()
                .collect(Collectors.partitioningBy(
                        draft -> !Demands.wanted(lab, draft).isEmpty()));
        Complement complement = new Complement(lab, ways, allowed, spoken, wanted.get(true));
        Origins origins = new Origins(lab, ways, wanted.get(true));
        List<Undocumented> beside = Beside.of(complement, origins, wanted.get(false));
        Demands demands = new Demands(lab, spoken, allowed, strictly);
        demand(demands, spoken, all, beside);
        Controls controls = new Controls(lab, ways, origins, demands.planned());
        List<Planned> planned =
                demands.planned().stream().map(controls::proving).toList();
        return new Documented(planned, absent, demands.dropped(), complement, controls);
    }

    /** Returns what proves the denied ones among checks. */
    List<Check> controls(List<Check> checks) {
        return proving.of(checks);
    }

    private static void demand(Demands demands, Spoken spoken, List<Draft> documented, List<Undocumented> beside) {
        List<Draft> all = Stream.concat(documented.stream(), beside.stream().map(Undocumented::draft))
                .toList();
        List<String> ids = CheckIds.of(all);
        List<Chosen> ports = PortChoice.of(documented, ids, spoken);
        for (int i = 0; i < documented.size(); i++) {
            demands.add(documented.get(i), ids.get(i), ports.get(i));
        }
        for (int i = 0; i < beside.size(); i++) {
            demands.close(beside.get(i), ids.get(documented.size() + i));
        }
    }

    private static void note(Map<String, Set<String>> absent, Entry entry, String why) {
        if (!why.isEmpty()) {
            entry.rows().forEach(row -> absent.computeIfAbsent(row, r -> new LinkedHashSet<>())
                    .add(why));
        }
    }
}
