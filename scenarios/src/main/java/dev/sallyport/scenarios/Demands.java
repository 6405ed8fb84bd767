package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.check.Further;
import dev.sallyport.exchange.Sequel;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.PortRange;
import dev.sallyport.lab.Lab;
import dev.sallyport.scenarios.Allowed.Opening;
import dev.sallyport.scenarios.Beside.Undocumented;
import dev.sallyport.scenarios.PortChoice.Chosen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the lab expects of documented flows.
 *
 * <p>A flow that some row asks for is allowed; it is optional where all of its rows are. A flow that only rows ask for
 * which the site does without is expected to be denied, where it crosses zones and nothing else allows it; of a range
 * that is partly allowed, the rest is.
 *
 * <p>An exchange that leads to a further port does so only where something allows that port, too.
 */
final class Demands {
    private final Lab lab;
    private final Spoken spoken;
    private final Allowed allowed;
    private final Allowed strictly;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Set<String>> dropped = new LinkedHashMap<>();

    /**
     * Begins with no demands.
     *
     * @param allowed what is allowed, as the lab decides it
     * @param strictly what is allowed from the very host; filled where some exchange leads to a further port
     */
    Demands(Lab lab, Spoken spoken, Allowed allowed, Allowed strictly) {
        this.lab = lab;
        this.spoken = spoken;
        this.allowed = allowed;
        this.strictly = strictly;
    }

    void add(Draft draft, String id, Chosen chosen) {
        List<Ask> wanted = wanted(lab, draft);
        List<Ask> excluded = draft.asks().stream()
                .filter(ask -> ask.isAmong(lab.exclude(), draft.asks()))
                .toList();
        if (wanted.isEmpty()) {
            deny(draft, id, chosen.ports());
        } else {
            allow(draft, id, chosen, wanted);
            excluded.forEach(
                    ask -> drop(ask, "still asked for by " + wanted.get(0).row()));
        }
    }

    /** Expects to be denied what nothing documents. */
    void close(Undocumented undocumented, String id) {
        Draft draft = undocumented.draft();
        List<Integer> ports = sample(draft, id, undocumented.closed());
        Check check = check(draft, id, new Chosen(ports, List.of()), List.of(), Expectation.DENY, false);
        planned.add(new Planned(check, draft.asks(), undocumented.beside()));
    }

    /** Returns the asks of rows that the site does not exclude, nor all that they repeat. */
    static List<Ask> wanted(Lab lab, Draft draft) {
        return draft.asks().stream()
                .filter(ask -> !ask.isAmong(lab.exclude(), draft.asks()))
                .toList();
    }

    List<Planned> planned() {
        return planned;
    }

    /** Returns for excluded rows why some of their flows are not checked. */
    Map<String, Set<String>> dropped() {
        return dropped;
    }

    private void allow(Draft draft, String id, Chosen chosen, List<Ask> asks) {
        boolean optional = asks.stream().allMatch(ask -> ask.isAmong(lab.optional(), asks));
        planned.add(new Planned(check(draft, id, chosen, asks, Expectation.ALLOW, optional), asks));
    }

    private void deny(Draft draft, String id, List<Integer> ports) {
        if (draft.flow().from().zone().equals(draft.flow().to().zone())) {
            draft.asks().forEach(ask -> drop(ask, "within one zone no firewall could deny it"));
            return;
        }
        List<Opening> open = allowed.along(draft.flow());
        List<PortRange> closed = Allowed.beside(draft.flow().ports(), open);
        if (closed.isEmpty()) {
            draft.asks()
                    .forEach(ask -> drop(ask, "still allowed by " + open.get(0).by()));
            return;
        }
        List<Integer> denied = open.isEmpty() ? ports : sample(draft, id, closed);
        Chosen alone = new Chosen(denied, List.of());
        planned.add(new Planned(check(draft, id, alone, draft.asks(), Expectation.DENY, false), draft.asks()));
    }

    private static List<Integer> sample(Draft draft, String id, List<PortRange> closed) {
        return PortSample.of(draft.flow().ports(), id, port -> closed.stream().anyMatch(part -> part.contains(port)));
    }

    private Check check(Draft draft, String id, Chosen chosen, List<Ask> asks, Expectation expect, boolean optional) {
        List<String> rows = asks.stream().map(Ask::row).distinct().toList();
        Optional<Sequel> sequel = spoken.sequel(draft.exchange());
        Optional<Integer> leadsTo =
                sequel.map(Sequel::port).filter(port -> expect == Expectation.ALLOW && isOpen(draft, port));
        Draft settled = sequel.filter(more -> leadsTo.isEmpty())
                .map(more -> draft.exchanging(more.without()))
                .orElse(draft);
        Further further = new Further(chosen.reportPorts(), leadsTo);
        return settled.check(id, rows, chosen.ports(), further, expect, optional, spoken);
    }

    /** Tells whether some row that counts opens a further port between the same hosts, to one that answers itself. */
    private boolean isOpen(Draft draft, int port) {
        return draft.balancing().isEmpty()
                && strictly.along(draft.flow().at(PortRange.of(port))).stream()
                        .anyMatch(opening -> !lab.optional().contains(opening.by()));
    }

    private void drop(Ask ask, String why) {
        dropped.computeIfAbsent(ask.row(), row -> new LinkedHashSet<>()).add(why);
    }
}
