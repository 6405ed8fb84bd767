package dev.sallyport.report;

import dev.sallyport.check.Denial;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.report.Documents.Document;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run's result for the terminal: each failed check with its reason, the inconclusive ones by reason, and what passed
 * folded into counts.
 */
public final class ResultTable {

    private static final int NARROWEST = 40;
    private static final int MOST_PORTS = 8;
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";
    private static final String BOLD = "1";

    private final int width;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private ResultTable(int width, boolean colour) {
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    /**
     * Returns the table, each line ended by a line feed.
     *
     * @param width how many characters a line may have; at least 40 are used
     * @param colour whether to mark statuses by ANSI colours
     */
    public static String of(RunResult run, int width, boolean colour) {
        ResultTable table = new ResultTable(width, colour);
        table.failed(run);
        table.inconclusive(run);
        table.documents(run);
        table.totals(run);
        return table.out.toString();
    }

    private void failed(RunResult run) {
        List<CheckResult> failed = with(run, Status.FAILED);
        if (!failed.isEmpty()) {
            heading("FAILED", RED, Words.count(failed.size(), "check"));
            failed.forEach(this::explained);
        }
    }

    private void explained(CheckResult result) {
        Finding finding = result.finding();
        lines(result.check().id(), 2, BOLD);
        lines(Words.finding(finding) + context(result), 4, "");
        lines(finding.reason(), 4, "");
        finding.ports().stream()
                .limit(finding.ports().size() > 1 ? MOST_PORTS : 0)
                .forEach(ports -> lines("ports " + Words.ports(ports), 4, ""));
        if (finding.ports().size() > MOST_PORTS) {
            lines("and " + (finding.ports().size() - MOST_PORTS) + " more, in report.json", 4, "");
        }
        out.append('\n');
    }

    private static String context(CheckResult result) {
        String firewalls = result.check().firewalls().isEmpty()
                ? ""
                : ", through " + String.join(", ", result.check().firewalls());
        String via = result.check().behind().isEmpty()
                ? ""
                : ", via " + result.check().flow().to().host();
        return ", expected to " + result.check().expect().text() + rows(result) + firewalls + via;
    }

    private void inconclusive(RunResult run) {
        List<CheckResult> inconclusive = with(run, Status.INCONCLUSIVE);
        if (inconclusive.isEmpty()) {
            return;
        }
        heading("INCONCLUSIVE", YELLOW, Words.count(inconclusive.size(), "check"));
        Map<String, List<CheckResult>> byReason = inconclusive.stream()
                .collect(Collectors.groupingBy(
                        result -> result.finding().reason(), LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, results) -> {
            lines(reason, 2, BOLD);
            results.forEach(result -> lines(named(result), 4, ""));
            out.append('\n');
        });
    }

    private static String named(CheckResult result) {
        return result.check().id() + rows(result);
    }

    private static String rows(CheckResult result) {
        List<String> rows = result.check().rows();
        Optional<String> beside = result.check().denial().map(Denial::beside).filter(text -> !text.isEmpty());
        if (beside.isPresent()) {
            return ", beside " + beside.get();
        }
        return rows.isEmpty() ? "" : (rows.size() == 1 ? ", row " : ", rows ") + String.join(" ", rows);
    }

    private void documents(RunResult run) {
        List<String> proven = new ArrayList<>();
        Documents.rows(run).stream()
                .filter(Document::checked)
                .forEach(document -> proven.add(document.name() + " " + document.proven() + "/"
                        + document.rows().size()));
        Map<String, List<CheckResult>> checks = Documents.checks(run);
        for (String kind : List.of(Documents.PERMIT, Documents.CLOSED)) {
            List<CheckResult> results = checks.getOrDefault(kind, List.of());
            if (!results.isEmpty()) {
                long passed = results.stream()
                        .filter(result -> result.finding().status() == Status.PASSED)
                        .count();
                proven.add(kind + " " + passed + "/" + results.size());
            }
        }
        if (!proven.isEmpty()) {
            String listed = proven.stream().map(ResultTable::unbroken).collect(Collectors.joining(", "));
            lines("proven: " + listed, 0, "");
        }
    }

    /** A document keeps together with its count. */
    private static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }

    private void totals(RunResult run) {
        long failed = run.count(Status.FAILED);
        long inconclusive = run.count(Status.INCONCLUSIVE);
        String totals = Words.count(run.checks().size(), "check") + ": " + run.count(Status.PASSED) + " passed, "
                + failed + " failed, " + inconclusive + " inconclusive, in " + Words.took(run.millis());
        lines(totals, 0, "");
        Outcome outcome = Outcome.of(run);
        lines("exit " + outcome.exit() + ": " + outcome.text(), 0, tone(outcome));
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case AS_EXPECTED -> GREEN;
            case FAILED -> RED;
            case INCONCLUSIVE, INTERRUPTED -> YELLOW;
        };
    }

    private void heading(String word, String tone, String rest) {
        out.append(marked(word, tone)).append("  ").append(rest).append("\n\n");
    }

    private void lines(String text, int indent, String tone) {
        for (String line : TerminalText.wrap(text, width - indent)) {
            out.append(" ".repeat(indent))
                    .append(marked(line.replace('\u00a0', ' '), tone))
                    .append('\n');
        }
    }

    private String marked(String text, String tone) {
        return colour && !tone.isEmpty() ? "\u001b[" + tone + "m" + text + "\u001b[0m" : text;
    }

    private static List<CheckResult> with(RunResult run, Status status) {
        return run.checks().stream()
                .filter(result -> result.finding().status() == status)
                .toList();
    }
}
