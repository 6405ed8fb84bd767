package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.LabFile;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small lab for one test, against the built-in catalogue. */
record Site(Lab lab) {
    static final Catalog CATALOG = CatalogFiles.builtIn();
    static final Spoken SPOKEN = new Spoken(
            Map.of(
                    "sip/options", Set.of(Transport.TCP),
                    "xmpp/server", Set.of(Transport.TCP),
                    "xmpp/dialback", Set.of(Transport.TCP)),
            Set.of("xmpp/dialback"));

    /** Reads the lines of a lab file below its name, domain and zones {@code in} and {@code out}. */
    static Site of(String lines) {
        return of(lines, "in", "out");
    }

    static Site of(String lines, String... zones) {
        String text = "lab: small\ndomain: small.test\nzones: " + List.of(zones) + "\n" + lines;
        return new Site(LabFile.parse("small.yaml", text, CATALOG.vocabulary()));
    }

    Plan plan(Selection selection, String... scenarios) {
        List<Scenario> all = List.of(scenarios).stream()
                .map(name -> Scenarios.named(name, CATALOG.vocabulary()))
                .toList();
        return new Planner(lab, CATALOG, SPOKEN).plan(all, selection);
    }

    Plan plan() {
        return plan(Selection.all(), Scenarios.DEFAULT);
    }

    /** Returns the ids of the checks that carry the row. */
    List<String> ids(String row) {
        return checks(row).stream().map(Check::id).toList();
    }

    List<Check> checks(String row) {
        return plan().checks().stream()
                .filter(check -> check.rows().contains(row))
                .toList();
    }

    /** Returns the check of that id that carries the row. */
    Check check(String row, String id) {
        return checks(row).stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " for " + row + ": " + ids(row)));
    }

    /** Returns the one check that carries the row. */
    Check check(String row) {
        List<Check> checks = checks(row);
        if (checks.size() != 1) {
            throw new AssertionError("one check for " + row + " expected: " + ids(row));
        }
        return checks.get(0);
    }

    String why(String row) {
        return why(plan(), row);
    }

    static String why(Plan plan, String row) {
        return plan.rows().stream()
                .filter(planned -> planned.id().equals(row))
                .findFirst()
                .orElseThrow()
                .why();
    }
}
