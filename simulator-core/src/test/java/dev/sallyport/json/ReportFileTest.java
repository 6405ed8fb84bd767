package dev.sallyport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.check.Check;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Finding.PortFinding;
import dev.sallyport.check.LostAbove;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.PortRange;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportFileTest {

    private static final ReportFile FILE = new ReportFile("sallyport 0.1.0", SampleRun.run());

    @Test
    void readsBackEqual() {
        assertThat(ReportFile.read("report.json", FILE.write())).isEqualTo(FILE);
    }

    @Test
    void anInterruptedRunStaysOne() {
        RunResult run = SampleRun.run();
        ReportFile file = new ReportFile(
                "sallyport 0.1.0",
                new RunResult(
                        run.lab(), run.scenarios(), run.startedAt(), run.millis(), run.checks(), run.rows(), true));
        assertThat(file.write()).contains("\"interrupted\": true");
        assertThat(ReportFile.read("report.json", file.write())).isEqualTo(file);
    }

    /** The file is what scripts rely on: a change here is a change for them. */
    @Test
    void writesExactlyTheFormOfTheSample() {
        assertThat(FILE.write()).isEqualTo(sample());
        assertThat(ReportFile.read("sample-report.json", sample())).isEqualTo(FILE);
    }

    private static String sample() {
        try (var in = ReportFileTest.class.getResourceAsStream("/json/sample-report.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class PortsOfARange {

        private final CheckResult sample = SampleRun.run().checks().get(2);

        @Test
        void thatShouldBeOpenAreHoles() {
            assertThat(Json.write(sample))
                    .contains(
                            "\"portsTested\":5,\"portsOpen\":4,"
                                    + "\"holes\":[{\"ports\":\"50002\",\"tried\":1,\"verdict\":\"request-lost\"}],\"leaks\":[],\"notMeasured\":[],\"asExpected\":[");
        }

        @Test
        void thatShouldBeClosedAreLeaks() {
            assertThat(Json.write(denied(Verdict.OPEN))).contains("\"leaks\":[{\"ports\":\"50002\"");
            assertThat(Json.write(denied(Verdict.REPLY_LOST))).contains("\"leaks\":[{\"ports\":\"50002\"");
        }

        @Test
        void thatTellNothingAreNotMeasured() {
            assertThat(Json.write(denied(Verdict.REFUSED))).contains("\"notMeasured\":[{\"ports\":\"50002\"");
        }

        @Test
        void thatWereCutBeforeTheFarEndSawAnythingDidNotLeak() {
            assertThat(Json.write(denied(Verdict.CUT))).contains("\"leaks\":[],");
        }

        private CheckResult denied(Verdict verdict) {
            Check c = sample.check();
            Finding f = sample.finding();
            Check check = new Check(
                    c.id(),
                    c.rows(),
                    Expectation.DENY,
                    false,
                    c.flow(),
                    c.ports(),
                    c.exchange(),
                    true,
                    false,
                    c.source(),
                    c.firewalls());
            List<PortFinding> ports = List.of(new PortFinding(PortRange.of(50002), 1, verdict));
            Finding finding =
                    new Finding(f.status(), f.verdict(), f.stage(), f.how(), f.reason(), f.notExcluded(), ports);
            List<Evidence> evidence = sample.evidence();
            return new CheckResult(check, finding, evidence);
        }
    }

    @Test
    void theSizeAboveWhichPacketsWereLostIsKept() {
        CheckResult sample = SampleRun.run().checks().get(0);
        Finding f = sample.finding();
        LostAbove size = new LostAbove(1292, 1306, Optional.of("edge1/access"));
        Finding finding = new Finding(
                f.status(), f.verdict(), f.stage(), f.how(), f.reason(), f.notExcluded(), f.ports(), Optional.of(size));
        String json = Json.write(new CheckResult(sample.check(), finding, sample.evidence()));

        assertThat(json).contains("\"lostAbove\":{\"bytes\":1292,\"lost\":1306,\"towards\":\"edge1/access\"}");
        assertThat(Json.read("it", json, CheckResult.class).finding()).isEqualTo(finding);
    }

    @Nested
    class WhatIsNoReport {

        @Test
        void ofAnotherSchemaSaysWhichAndWhoWroteIt() {
            String newer = "{\"schema\": 2, \"tool\": \"sallyport 3.0\", \"checks\": {}}";
            assertThatThrownBy(() -> ReportFile.read("new.json", newer))
                    .hasMessage("new.json: \"schema\" is 2, written by sallyport 3.0; this version reads schema 1:"
                            + " use the version that wrote it, or run again");
        }

        @Test
        void withoutSchemaIsNoFileOfOurs() {
            assertThatThrownBy(() -> ReportFile.read("package.json", "{\"name\": \"x\"}"))
                    .hasMessageContaining("package.json: there is no \"schema\" in it");
        }

        @Test
        void cutOffSaysSo() {
            String text = FILE.write();
            assertThatThrownBy(() -> ReportFile.read("report.json", text.substring(0, text.length() - 40)))
                    .hasMessageContaining("report.json, line ")
                    .hasMessageContaining("ends in the middle");
        }

        @Test
        void butARecordSaysWhatToDo() {
            String record = "{\"schema\":1,\"tool\":\"sallyport 0.1.0\",\"kind\":\"serve\"}";
            assertThatThrownBy(() -> ReportFile.read("edge1.json", record))
                    .hasMessage(
                            "edge1.json: it is what `serve` recorded, no report: `sallyport judge` makes one of it");
        }

        @Test
        void butATextInsteadOfAnObjectSaysSo() {
            assertThatThrownBy(() -> ReportFile.read("report.json", "[]")).isInstanceOf(MalformedJsonException.class);
        }
    }
}
