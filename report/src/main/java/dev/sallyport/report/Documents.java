package dev.sallyport.report;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.check.Status;
import dev.sallyport.flow.Expectation;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run seen from its documents: which rows were proven, and which document a check belongs to. */
final class Documents {

    /** Where the checks of what must stay closed belong. */
    static final String CLOSED = "closed";
    /** Where checks belong that no row asks for, but the lab file's {@code permit}. */
    static final String PERMIT = "permit";

    /**
     * A row and what its checks came to.
     *
     * @param status the worst of its checks'; empty where it has none
     * @param why why it has none; empty where it has
     */
    record Row(String id, int checks, int passed, Optional<Status> status, String why) {

        boolean proven() {
            return status.equals(Optional.of(Status.PASSED));
        }
    }

    /** A document's rows. */
    record Document(String name, List<Row> rows) {

        long proven() {
            return rows.stream().filter(Row::proven).count();
        }

        boolean checked() {
            return rows.stream().anyMatch(row -> row.checks > 0);
        }
    }

    private Documents() {}

    /** Returns the document of a row: {@code SRV} of {@code SRV-03}. */
    static String ofRow(String row) {
        int dash = row.lastIndexOf('-');
        return dash > 0 ? row.substring(0, dash) : row;
    }

    /** Returns the one document under which a check is listed: that of its first row. */
    static String of(Check check) {
        if (check.expect() == Expectation.DENY) {
            return CLOSED;
        }
        return check.rows().isEmpty() ? PERMIT : ofRow(check.rows().get(0));
    }

    /** Returns the checks by document: documents in the order of the rows, what is closed at the end. */
    static Map<String, List<CheckResult>> checks(RunResult run) {
        Map<String, List<CheckResult>> byDocument = new LinkedHashMap<>();
        run.rows().forEach(row -> byDocument.put(ofRow(row.id()), new ArrayList<>()));
        run.checks().stream()
                .sorted(Comparator.comparing(result -> result.check().expect()))
                .forEach(result -> byDocument
                        .computeIfAbsent(of(result.check()), document -> new ArrayList<>())
                        .add(result));
        byDocument.values().removeIf(List::isEmpty);
        return byDocument;
    }

    /** Returns the rows by document, in the run's order. */
    static List<Document> rows(RunResult run) {
        Map<String, List<CheckResult>> results = new LinkedHashMap<>();
        run.checks().forEach(result -> result.check().rows().forEach(row -> results.computeIfAbsent(
                        row, r -> new ArrayList<>())
                .add(result)));
        Map<String, List<Row>> documents = run.rows().stream()
                .map(row -> row(row, results.getOrDefault(row.id(), List.of())))
                .collect(Collectors.groupingBy(row -> ofRow(row.id()), LinkedHashMap::new, Collectors.toList()));
        List<Document> listed = new ArrayList<>();
        documents.forEach((name, rows) -> listed.add(new Document(name, rows)));
        return listed;
    }

    private static Row row(PlannedRow row, List<CheckResult> results) {
        int passed = (int) results.stream()
                .filter(result -> result.finding().status() == Status.PASSED)
                .count();
        return new Row(row.id(), results.size(), passed, worst(results), row.why());
    }

    private static Optional<Status> worst(List<CheckResult> results) {
        List<Status> worstFirst = List.of(Status.FAILED, Status.INCONCLUSIVE, Status.PASSED);
        return results.stream().map(result -> result.finding().status()).min(Comparator.comparing(worstFirst::indexOf));
    }
}
