package dev.sallyport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.check.Verdict;
import dev.sallyport.json.RecordFile.Kind;
import dev.sallyport.json.Records.Named;
import dev.sallyport.run.RunResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final Plan PLAN = SampleRun.plan();
    private static final Named PARTNER = probe("partner1");
    private static final Named CLIENT = probe("client1");
    private static final Named EDGE = serve("edge1.json", SampleRun.NOON.minusSeconds(5), 60_000, observed("edge1"));

    @Test
    void aRecordReadsBackEqual() {
        for (Named record : List.of(PARTNER, CLIENT, EDGE)) {
            assertThat(RecordFile.read(record.source(), record.file().write())).isEqualTo(record.file());
        }
    }

    @Test
    void bothSidesTogetherComeToTheVerdictsOfALiveRun() {
        RunResult live = SampleRun.run();
        RunResult judged = Records.of(List.of(EDGE, PARTNER, CLIENT)).judge();
        assertThat(judged.checks()).hasSize(5).allSatisfy(result -> assertThat(live.checks())
                .anySatisfy(other -> {
                    assertThat(other.check()).isEqualTo(result.check());
                    assertThat(other.finding()).isEqualTo(result.finding());
                }));
        assertThat(judged.startedAt()).isEqualTo(SampleRun.NOON);
        assertThat(judged.millis()).isEqualTo(10_000);
    }

    @Test
    void theSameRecordGivenTwiceChangesNothing() {
        RunResult once = Records.of(List.of(EDGE, PARTNER)).judge();
        assertThat(Records.of(List.of(EDGE, PARTNER, EDGE, PARTNER)).judge()).isEqualTo(once);
    }

    @Test
    void aRowThatOneProbeHasACheckForIsNoRowWithoutOne() {
        Plan without = new Plan(
                PLAN.lab(),
                PLAN.labDigest(),
                PLAN.scenarios(),
                List.of(),
                List.of(new PlannedRow("PIC-01", "none here")));
        Named other =
                new Named("x.json", new RecordFile("t", Kind.PROBE, SampleRun.NOON, 1, false, without, List.of()));
        assertThat(Records.of(List.of(other, PARTNER)).plan().rows()).contains(new PlannedRow("PIC-01", ""));
    }

    @Nested
    class WhatTheFarHostMayHaveMissed {

        @Test
        void anAttemptAfterItStoppedListeningIsNotMeasured() {
            Named early = serve("edge1.json", SampleRun.NOON.minusSeconds(90), 60_000, observed("edge1"));
            RunResult run = Records.of(List.of(early, PARTNER)).judge();
            assertThat(run.checks().get(0).finding().verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(run.checks().get(0).finding().reason())
                    .contains("it listened from 2026-11-20T11:58:30Z to 2026-11-20T11:59:30Z by its own clock");
        }

        @Test
        void anEndpointOnWhichItsRecordsDisagreeIsNotMeasured() {
            Observation observed = observed("edge1");
            List<Listening> unbound = observed.listening().stream()
                    .map(l -> new Listening(l.endpoint(), Optional.of("address already in use"), Optional.empty()))
                    .toList();
            Named again = serve(
                    "edge1-again.json",
                    SampleRun.NOON.minusSeconds(5),
                    60_000,
                    new Observation("edge1", unbound, List.of(), List.of(), Optional.empty()));
            RunResult run = Records.of(List.of(EDGE, again, PARTNER)).judge();
            assertThat(run.checks().get(0).finding().verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(run.checks().get(0).finding().reason()).contains("its records do not agree");
        }
    }

    @Nested
    class Refused {

        @Test
        void recordsWithoutAProbe() {
            assertThatThrownBy(() -> Records.of(List.of(EDGE)))
                    .hasMessageContaining("none of edge1.json was recorded by `probe`");
        }

        @Test
        void noRecordsAtAll() {
            assertThatThrownBy(() -> Records.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void recordsOfOtherLabFiles() {
            Plan other = new Plan(PLAN.lab(), "ffff", PLAN.scenarios(), List.of(), List.of());
            Named serve = new Named("edge1.json", file(Kind.SERVE, other, observed("edge1")));
            assertThatThrownBy(() -> Records.of(List.of(PARTNER, serve)))
                    .hasMessageContaining("partner1.json and ffff in edge1.json");
        }

        @Test
        void aCheckThatMeansTwoThings() {
            Check check = PARTNER.file().plan().checks().get(0);
            Check changed = new Check(
                    check.id(),
                    check.rows(),
                    check.expect(),
                    true,
                    check.flow(),
                    check.ports(),
                    check.exchange(),
                    check.spoken(),
                    check.callsBack(),
                    check.source(),
                    check.firewalls());
            Plan plan = new Plan(PLAN.lab(), PLAN.labDigest(), PLAN.scenarios(), List.of(changed), List.of());
            Named other = new Named("other.json", file(Kind.PROBE, plan, observed("partner1")));
            assertThatThrownBy(() -> Records.of(List.of(PARTNER, other)))
                    .hasMessageContaining("is not the same check in partner1.json and other.json");
        }

        @Test
        void aReport() {
            String report = new ReportFile("sallyport 0.1.0", SampleRun.run()).write();
            assertThatThrownBy(() -> RecordFile.read("report.json", report))
                    .hasMessageContaining("report.json: it is a report, no record");
        }

        @Test
        void aRecordOfAnotherSchema() {
            String text = EDGE.file().write().replace("\"schema\": 1", "\"schema\": 7");
            assertThatThrownBy(() -> RecordFile.read("edge1.json", text)).hasMessageContaining("\"schema\" is 7");
        }

        @Test
        void aRecordThatWasCutOff() {
            String text = EDGE.file().write();
            assertThatThrownBy(() -> RecordFile.read("edge1.json", text.substring(0, 500)))
                    .hasMessageContaining("ends in the middle");
        }
    }

    private static Named probe(String host) {
        List<Check> checks = PLAN.checks().stream()
                .filter(check -> check.flow().from().host().equals(host))
                .toList();
        Plan plan = new Plan(PLAN.lab(), PLAN.labDigest(), PLAN.scenarios(), checks, PLAN.rows());
        return new Named(host + ".json", file(Kind.PROBE, plan, observed(host)));
    }

    private static Named serve(String source, Instant from, long millis, Observation observation) {
        Plan plan = new Plan(PLAN.lab(), PLAN.labDigest(), PLAN.scenarios(), List.of(), List.of());
        return new Named(
                source, new RecordFile("sallyport 0.1.0", Kind.SERVE, from, millis, false, plan, List.of(observation)));
    }

    private static RecordFile file(Kind kind, Plan plan, Observation observation) {
        return new RecordFile("sallyport 0.1.0", kind, SampleRun.NOON, 10_000, false, plan, List.of(observation));
    }

    private static Observation observed(String host) {
        return SampleRun.observations().stream()
                .filter(observation -> observation.host().equals(host))
                .findFirst()
                .orElseThrow();
    }
}
