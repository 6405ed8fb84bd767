package dev.sallyport.report;

import dev.sallyport.check.Status;
import dev.sallyport.report.Documents.Document;
import dev.sallyport.report.Documents.Row;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run as one HTML page that needs nothing else: what failed and what was inconclusive first, with the reason and both
 * ends' observations, then every row, then what passed.
 */
public final class HtmlReport {

    private final RunResult run;
    private final String tool;
    private final Html html = new Html();

    private HtmlReport(RunResult run, String tool) {
        this.run = run;
        this.tool = tool;
    }

    /**
     * Returns the page.
     *
     * @param tool what made the run, {@code sallyport 0.1.0}
     */
    public static String of(RunResult run, String tool) {
        HtmlReport report = new HtmlReport(run, tool);
        report.page();
        return report.html.toString();
    }

    private void page() {
        html.open("html", "lang", "en");
        head();
        html.open("body").open("main");
        summary();
        failed();
        inconclusive();
        rows();
        passed();
        html.element("footer", tool + " · every attempt, digest and certificate is in report.json beside this page");
        html.close("main").close("body").close("html");
    }

    private void head() {
        html.open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", run.lab() + ": " + Outcome.of(run).text()).style(style());
        html.close("head");
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the report's own style sheet could not be read", e);
        }
    }

    private void summary() {
        html.open("header");
        html.element("p", "Sallyport", "class", "brand");
        html.element("h1", run.lab());
        html.element(
                "p",
                String.join(", ", run.scenarios()) + " · " + Words.second(run.startedAt()) + " UTC · "
                        + Words.took(run.millis()),
                "class",
                "quiet");
        html.close("header");
        html.open("section", "class", "summary");
        html.element("p", Outcome.of(run).text(), "class", "outcome " + tone());
        bar();
        html.open("ul", "class", "counts");
        for (Status status : List.of(Status.FAILED, Status.INCONCLUSIVE, Status.PASSED)) {
            html.open("li", "class", status.text());
            html.element("b", Long.toString(run.count(status))).text(" " + status.text());
            html.close("li");
        }
        html.close("ul");
        documents();
        html.close("section");
    }

    private String tone() {
        return switch (Outcome.of(run)) {
            case AS_EXPECTED -> "passed";
            case FAILED -> "failed";
            case INCONCLUSIVE, INTERRUPTED -> "inconclusive";
        };
    }

    private void bar() {
        html.open("div", "class", "bar", "aria-hidden", "true");
        for (Status status : List.of(Status.FAILED, Status.INCONCLUSIVE, Status.PASSED)) {
            if (run.count(status) > 0) {
                html.open("span", "class", status.text(), "style", "flex-grow:" + run.count(status))
                        .close("span");
            }
        }
        html.close("div");
    }

    private void documents() {
        html.open("dl", "class", "documents");
        Documents.rows(run).stream().filter(Document::checked).forEach(document -> {
            html.open("div").element("dt", document.name());
            html.element(
                    "dd",
                    document.proven() + " of " + Words.count(document.rows().size(), "row") + " proven");
            html.close("div");
        });
        List<CheckResult> closed = Documents.checks(run).getOrDefault(Documents.CLOSED, List.of());
        if (!closed.isEmpty()) {
            html.open("div").element("dt", Documents.CLOSED);
            html.element("dd", with(closed, Status.PASSED).size() + " of " + Words.count(closed.size(), "check"));
            html.close("div");
        }
        html.close("dl");
    }

    private void failed() {
        List<CheckResult> failed = with(run.checks(), Status.FAILED);
        if (!failed.isEmpty()) {
            html.open("section").element("h2", "Failed");
            failed.forEach(result -> new CheckArticle(html, result, run.controls()).write());
            html.close("section");
        }
    }

    private void inconclusive() {
        Map<String, List<CheckResult>> byReason = with(run.checks(), Status.INCONCLUSIVE).stream()
                .collect(Collectors.groupingBy(
                        result -> result.finding().reason(), LinkedHashMap::new, Collectors.toList()));
        if (!byReason.isEmpty()) {
            html.open("section").element("h2", "Inconclusive");
            byReason.forEach(this::sharedReason);
            html.close("section");
        }
    }

    private void sharedReason(String reason, List<CheckResult> results) {
        if (results.size() == 1) {
            new CheckArticle(html, results.get(0), run.controls()).write();
            return;
        }
        html.open("article", "class", "inconclusive");
        html.element("h3", Words.count(results.size(), "check")).element("p", reason, "class", "reason");
        html.open("details").element("summary", "The checks");
        checkTable(results);
        html.close("details").close("article");
    }

    private void rows() {
        List<Document> documents = Documents.rows(run);
        if (documents.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Rows");
        for (Document document : documents) {
            html.open("table", "class", "rows").open("caption").text(document.name());
            html.close("caption");
            header("Row", "Status", "Checks", "Passed", "");
            html.open("tbody");
            document.rows().forEach(this::row);
            html.close("tbody").close("table");
        }
        html.close("section");
    }

    private void row(Row row) {
        String status = row.status().map(Status::text).orElse("none");
        html.open("tr").element("th", row.id(), "scope", "row");
        html.open("td").element("span", row.status().map(Status::text).orElse("no check"), "class", "badge " + status);
        html.close("td");
        html.element("td", Integer.toString(row.checks()), "class", "number");
        html.element("td", row.checks() == 0 ? "" : Integer.toString(row.passed()), "class", "number");
        html.element("td", row.why(), "class", "quiet").close("tr");
    }

    private void passed() {
        List<CheckResult> passed = with(run.checks(), Status.PASSED);
        if (!passed.isEmpty()) {
            html.open("section").element("h2", "Passed").open("details");
            html.element("summary", Words.count(passed.size(), "check") + " as expected");
            checkTable(passed);
            html.close("details").close("section");
        }
    }

    private void checkTable(List<CheckResult> results) {
        html.open("table");
        header("Check", "Rows", "Expected", "Verdict", "Exchange", "Not excluded");
        html.open("tbody");
        for (CheckResult result : results) {
            html.open("tr").element("td", result.check().id(), "class", "id");
            html.element("td", String.join(" ", result.check().rows()));
            html.element("td", result.check().expect().text());
            html.element("td", result.finding().verdict().text());
            html.element("td", result.check().exchange());
            html.element("td", String.join("; ", result.finding().notExcluded()), "class", "quiet");
            html.close("tr");
        }
        html.close("tbody").close("table");
    }

    private void header(String... names) {
        html.open("thead").open("tr");
        for (String name : names) {
            html.element("th", name, "scope", "col");
        }
        html.close("tr").close("thead");
    }

    private static List<CheckResult> with(List<CheckResult> results, Status status) {
        return results.stream()
                .filter(result -> result.finding().status() == status)
                .toList();
    }
}
