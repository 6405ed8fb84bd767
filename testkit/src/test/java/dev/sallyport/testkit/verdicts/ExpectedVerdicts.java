package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Finding;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reviewed table {@code expected-verdicts.csv}: what each fault on a flow must mean for the checks it touches. */
final class ExpectedVerdicts {

    /** One wrong rule, and what each touched check must become; all others stay open. */
    record Case(FaultWord fault, String flow, Map<String, Expected> touched) {
        @Override
        public String toString() {
            return fault.word() + " on " + flow;
        }
    }

    /** Cases that touch no check in common: tried in one run, every verdict still has one cause. */
    record Together(List<Case> cases) {

        /** All that is touched, and what it must become. */
        Map<String, Expected> touched() {
            Map<String, Expected> touched = new LinkedHashMap<>();
            cases.forEach(one -> touched.putAll(one.touched()));
            return touched;
        }

        private boolean isApartFrom(Case other) {
            return Collections.disjoint(touched().keySet(), other.touched().keySet());
        }

        @Override
        public String toString() {
            return cases.stream().map(Case::toString).collect(Collectors.joining(", "));
        }
    }

    /** What must be found of a check. */
    record Expected(Verdict verdict, Stage stage, String how) {

        /** The same words of what was found. */
        static Expected of(Finding finding) {
            return new Expected(
                    finding.verdict(), finding.stage(), finding.how().text());
        }
    }

    private ExpectedVerdicts() {}

    static List<Case> read() {
        return read("expected-verdicts.csv");
    }

    /** Reads another table of the same form. */
    static List<Case> read(String resource) {
        List<Case> cases = new ArrayList<>();
        ReviewedTable.lines(resource).forEach(cells -> add(cells, cases));
        return cases;
    }

    /** Returns all cases, in as few runs as keep those apart that touch the same check. */
    static List<Together> runs() {
        List<Together> runs = new ArrayList<>();
        read().forEach(one -> runWithRoomFor(one, runs).cases().add(one));
        return runs;
    }

    private static Together runWithRoomFor(Case one, List<Together> runs) {
        return runs.stream().filter(run -> run.isApartFrom(one)).findFirst().orElseGet(() -> {
            Together another = new Together(new ArrayList<>());
            runs.add(another);
            return another;
        });
    }

    /** A line that begins with a fault begins a case; one that leaves it out tells of another check it touches. */
    private static void add(String[] cells, List<Case> cases) {
        if (!cells[0].isBlank()) {
            cases.add(new Case(new FaultWord(cells[0]), cells[1], new LinkedHashMap<>()));
        }
        Expected expected = new Expected(Verdict.parse(cells[2]), Stage.parse(cells[3]), cells[4]);
        cases.get(cases.size() - 1).touched().put(cells[1], expected);
    }
}
