package dev.sallyport.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.run.RunResult;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final SampleRun SAMPLE = SampleRun.read();
    private static final Pattern TAGS_WE_WRITE =
            Pattern.compile("</?(?:html|head|meta|title|style|body|main|header|footer"
                    + "|section|article|div|span|p|b|h[123]|ul|li|dl|dt|dd|details|summary|table|caption|thead|tbody|tr|th|td)"
                    + "(?: [a-z-]+=\"[^\"<>]*\")*>|<!DOCTYPE html>");

    @Test
    void nothingThatAHostSaysBecomesMarkup() {
        String hostile = "\"'><script>alert(1)</script><img src=x onerror=y>&lt;";
        String page = HtmlReport.of(SAMPLE.saying(text -> hostile + text), hostile + "sallyport 0.1.0");
        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;");
        assertThat(TAGS_WE_WRITE.matcher(page).replaceAll("")).doesNotContain("<");
    }

    @Test
    void failedAndInconclusiveComeBeforeRowsAndPassed() {
        String page = HtmlReport.of(SAMPLE.run(), "sallyport 0.1.0");
        assertThat(page)
                .containsSubsequence(
                        "a check failed",
                        "<h2>Failed</h2>",
                        "3 attempts from partner1 were never seen by edge1/access, which was listening",
                        "What partner1 tried",
                        "198.51.100.50:40000",
                        "What edge1/access saw",
                        "it saw nothing of the check",
                        "<h2>Inconclusive</h2>",
                        "address already in use by pid 812 (nginx)",
                        "<h2>Rows</h2>",
                        "the lab has one front-end only",
                        "<h2>Passed</h2>",
                        "client1 &gt; edge1/access 443/tcp");
    }

    @Test
    void isWholeWithoutAnythingElse() {
        String page = HtmlReport.of(SAMPLE.run(), "sallyport 0.1.0");
        assertThat(page)
                .doesNotContain("http://", "https://", "src=", "url(", "@import", "href=")
                .contains("prefers-color-scheme: dark", "@media print")
                .endsWith("</html>\n");
    }

    @Test
    void whereAllPassedThereIsNothingToExplain() {
        String page = HtmlReport.of(SAMPLE.passedOnly(), "sallyport 0.1.0");
        assertThat(page).contains("all as expected").doesNotContain("<article", "<h2>Failed</h2>");
    }

    @Test
    void anInterruptedRunSaysSo() {
        assertThat(HtmlReport.of(SAMPLE.interrupted(), "sallyport 0.1.0"))
                .contains("interrupted: what was found so far");
    }

    @Test
    void checksThatShareAReasonAreToldTogether() {
        String page = HtmlReport.of(SAMPLE.saying(text -> text.startsWith("this version") ? text : "same"), "t");
        assertThat(page).contains("<h2>Inconclusive</h2>");
        assertThat(HtmlReport.of(twice(), "t")).contains("<h3>2 checks</h3>");
    }

    private static RunResult twice() {
        var inconclusive = SAMPLE.run().checks().stream()
                .filter(result -> !result.check().spoken())
                .toList();
        return SAMPLE.with(List.of(inconclusive.get(0), inconclusive.get(0)), false);
    }
}
