package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Finding;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reviewed table {@code expected-verdicts.csv}: what each fault on a flow must mean for the checks it touches. */
final class ExpectedVerdicts {

    /** One wrong rule, and what each touched check must become; all others stay open. */
    record Case(FaultWord fault, String flow, Map<String, Expected> touched) {
        @Override
        public String toString() {
            return fault.word() + " on " + flow;
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
        for (String line : text(resource).split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line.split(" *, *"), cases);
            }
        }
        return cases;
    }

    /** A line that begins with a fault begins a case; one that leaves it out tells of another check it touches. */
    private static void add(String[] cells, List<Case> cases) {
        if (!cells[0].isBlank()) {
            cases.add(new Case(new FaultWord(cells[0].strip()), cells[1], new LinkedHashMap<>()));
        }
        Expected expected = new Expected(Verdict.parse(cells[2]), Stage.parse(cells[3]), cells[4].strip());
        cases.get(cases.size() - 1).touched().put(cells[1], expected);
    }

    private static String text(String resource) {
        try (InputStream in = ExpectedVerdicts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
