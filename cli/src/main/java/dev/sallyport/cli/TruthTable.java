package dev.sallyport.cli;

import dev.sallyport.check.Finding;
import dev.sallyport.check.Verdict;
import dev.sallyport.demo.Truth;
import dev.sallyport.demo.Truth.Planted;
import dev.sallyport.demo.Truth.Touched;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.List;
import java.util.Locale;

/** The truth beside the verdicts, for the terminal. */
final class TruthTable {

    private static final int VERDICTS = 12;
    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five");

    private final Labelled text = new Labelled(VERDICTS);

    private TruthTable() {}

    /** Returns the table: each fault with what was found of it, then what no fault explains. */
    static String of(Truth truth) {
        TruthTable table = new TruthTable();
        truth.planted().forEach(table::add);
        table.others("failed too:", truth.unexplained());
        table.others("not decided:", truth.unmeasured());
        return "\n" + summary(truth) + "\n" + table.text.text();
    }

    private static String summary(Truth truth) {
        int planted = truth.planted().size();
        String found = truth.found() == planted ? "all " + number(planted) : "only " + number(truth.found());
        String others = truth.unexplained().isEmpty() ? ", and nothing else failed" : "";
        return sentence(number(planted)) + " faults were planted; found: " + found + others;
    }

    private void add(Planted planted) {
        text.gap().add(planted.found() ? "found" : "NOT FOUND", planted.fault().about());
        planted.touched().forEach(touched -> text.add("", line(touched)));
    }

    private static String line(Touched touched) {
        String found = touched.found().map(TruthTable::words).orElse("not tried");
        return touched.check() + ": " + found
                + (touched.asExpected() ? "" : ", not " + touched.expected().text());
    }

    private static String words(Finding finding) {
        boolean leak = finding.verdict() == Verdict.OPEN;
        return finding.verdict().text() + (leak ? ", a leak" : "");
    }

    private void others(String label, List<CheckResult> results) {
        if (!results.isEmpty()) {
            text.gap();
            results.forEach(result -> text.add(
                    result.equals(results.get(0)) ? label : "", result.check().id() + ": " + words(result.finding())));
        }
    }

    private static String number(long count) {
        return count < NUMBERS.size() ? NUMBERS.get((int) count) : String.valueOf(count);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
