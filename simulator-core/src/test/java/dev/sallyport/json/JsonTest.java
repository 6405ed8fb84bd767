package dev.sallyport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Idle;
import dev.sallyport.check.Kept;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Silence;
import dev.sallyport.check.Strain;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.StreamSeen;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Nested
    class WhatIsWrittenReadsBackEqual {

        @Test
        void aPlan() {
            assertThat(again(SampleRun.plan(), Plan.class)).isEqualTo(SampleRun.plan());
        }

        @Test
        void eachCheck() {
            for (Check check : SampleRun.plan().checks()) {
                assertThat(again(check, Check.class)).isEqualTo(check);
            }
        }

        @Test
        void everyObservation() {
            for (Observation observation : SampleRun.observations()) {
                assertThat(again(observation, Observation.class)).isEqualTo(observation);
            }
        }

        @Test
        void whatWasKeptOfTraffic() {
            Kept kept = new Kept("sip", true, List.of(List.of(new Field("Contact", " <sip:10.1.0.10>"))));
            Traffic traffic = new Traffic(20, "ab".repeat(32), true, Optional.of(kept));
            assertThat(again(traffic, Traffic.class)).isEqualTo(traffic);
        }

        @Test
        void theObservationOfAHostThatCouldTellNothing() {
            Observation none = Observation.none("edge1", "the agent ended");
            assertThat(again(none, Observation.class)).isEqualTo(none);
        }

        @Test
        void thePartsOfAnObservation() {
            SampleRun.observations().stream()
                    .flatMap(o -> o.attempts().stream())
                    .forEach(attempt -> {
                        assertThat(again(attempt, Attempt.class)).isEqualTo(attempt);
                        assertThat(again(attempt.contact(), Contact.class)).isEqualTo(attempt.contact());
                    });
            SampleRun.observations().stream()
                    .flatMap(o -> o.listening().stream())
                    .forEach(listening -> {
                        assertThat(again(listening, Listening.class)).isEqualTo(listening);
                        assertThat(again(listening.endpoint(), Endpoint.class)).isEqualTo(listening.endpoint());
                    });
        }

        @Test
        void aRunWithItsParts() {
            RunResult run = SampleRun.run();
            assertThat(again(run, RunResult.class)).isEqualTo(run);
            for (CheckResult result : run.checks()) {
                assertThat(again(result, CheckResult.class)).isEqualTo(result);
                assertThat(again(result.finding(), Finding.class)).isEqualTo(result.finding());
            }
        }

        @Test
        void patience() {
            assertThat(again(Patience.spread(), Patience.class)).isEqualTo(Patience.spread());
        }

        @Test
        void anAttemptThatNeverGotAnAddress() {
            Contact sample = SampleRun.observations().get(0).attempts().get(0).contact();
            Contact local = new Contact(
                    sample.at(),
                    null,
                    null,
                    List.of(),
                    sample.ending(),
                    sample.sent(),
                    sample.received(),
                    sample.tls(),
                    sample.calledBack(),
                    0);
            assertThat(again(local, Contact.class)).isEqualTo(local);
            Contact small = sample.keptTo(Optional.of(576));
            assertThat(again(small, Contact.class)).isEqualTo(small);
            Contact silent = sample.silent(Optional.of(new Silence(Duration.ofSeconds(10), true)));
            assertThat(again(silent, Contact.class)).isEqualTo(silent);
        }

        @Test
        void aCheckThatAsksForMoreThanItsExchange() {
            Check check = SampleRun.plan().checks().get(0);
            Idle idle = new Idle(List.of(Duration.ofSeconds(1), Duration.ofMillis(2_500)), Duration.ofSeconds(60));
            Hold hold = new Hold(Duration.ofSeconds(10), 65_536);
            Bounds bounds = new Bounds(Optional.of(0.01), Optional.empty(), Optional.of(Duration.ofMillis(30)));
            Check strained = check.under(new Strain(Optional.of(idle), Optional.of(hold), bounds));
            assertThat(again(strained, Check.class)).isEqualTo(strained).isNotEqualTo(check);
        }

        @Test
        void aContactWithMedia() {
            Contact sample = SampleRun.observations().get(0).attempts().get(0).contact();
            StreamSeen seen = new StreamSeen(5, -1, 0.125, 12.5, Optional.of(new StreamSeen.Told(1, 2.5)));
            Contact heard = sample.with(Optional.of(seen));
            assertThat(again(heard, Contact.class)).isEqualTo(heard);
        }

        private <T> T again(T value, Class<T> type) {
            String line = Json.write(value);
            assertThat(line).doesNotContain("\n");
            assertThat(Json.read(Json.writePretty(value), type)).isEqualTo(value);
            return Json.read(line, type);
        }
    }

    @Nested
    class TheForm {

        @Test
        void ofPatienceIsMilliseconds() {
            assertThat(Json.write(Patience.spread()))
                    .isEqualTo("{\"starts\":[0,1000,3000],\"connect\":2000,\"step\":3000}");
        }

        @Test
        void ofAnEndpointDoesNotDependOnTheOrderOfItsSets() {
            Endpoint endpoint = new Endpoint(
                    AddressText.parse("fd00:0:0:1::10"),
                    5061,
                    Transport.TCP,
                    Set.of(Security.MTLS, Security.TLS),
                    Set.of("sip", "http"));
            assertThat(Json.write(new Listening(endpoint, Optional.empty(), Optional.of("ab"))))
                    .isEqualTo(
                            "{\"endpoint\":{\"address\":\"fd00:0:0:1::10\",\"port\":5061,\"transport\":\"tcp\","
                                    + "\"security\":[\"tls\",\"mtls\"],\"protocols\":[\"http\",\"sip\"]},\"certificate\":\"ab\"}");
        }

        @Test
        void ofACheckIsTheOneTheContractShows() {
            assertThat(Json.write(SampleRun.plan().checks().get(0)))
                    .isEqualTo(
                            "{\"id\":\"partner1 > edge1/access 5061/tcp\",\"rows\":[\"PIC-01\"],\"expect\":\"allow\","
                                    + "\"from\":{\"host\":\"partner1\",\"role\":\"public-im-partner\",\"zone\":\"internet\","
                                    + "\"address\":\"198.51.100.50\",\"fqdn\":\"partner1.contoso.lab\",\"domain\":\"contoso.lab\"},"
                                    + "\"to\":{\"host\":\"edge1\",\"role\":\"edge\",\"interface\":\"access\","
                                    + "\"zone\":\"perimeter-out\",\"address\":\"10.3.0.10\",\"dialled\":\"203.0.113.10\","
                                    + "\"fqdn\":\"sip.contoso.lab\",\"domain\":\"contoso.lab\"},"
                                    + "\"source\":{\"address\":\"198.51.100.50\",\"portKept\":true},\"firewalls\":[\"outer\"],"
                                    + "\"transport\":\"tcp\",\"ports\":\"5061\",\"protocol\":\"sip\",\"security\":\"mtls\","
                                    + "\"exchange\":\"sip/options\"}");
        }

        @Test
        void ofASampleFoldsNeighbouringPorts() {
            assertThat(Json.write(SampleRun.plan().checks().get(2)))
                    .contains("\"ports\":\"50000-59999\",\"portsTried\":[\"50000-50002\",\"54321\",\"59999\"],"
                            + "\"sourcePorts\":\"42000-42999\"");
        }

        @Test
        void ofAContactLaysItsEndingFlat() {
            assertThat(Json.write(SampleRun.observations().get(0).attempts().get(0)))
                    .isEqualTo("{\"check\":\"partner1 > edge1/access 5061/tcp\",\"port\":5061,\"contact\":{"
                            + "\"at\":\"2026-11-20T12:00:00.012Z\",\"local\":\"198.51.100.50:40000\","
                            + "\"remote\":\"203.0.113.10:5061\",\"nonces\":[\"aa0\"],\"stage\":\"connect\","
                            + "\"how\":\"silence\",\"detail\":\"opening the connection\","
                            + "\"sent\":{\"bytes\":0,\"digest\":\"\",\"whole\":false},\"received\":{\"bytes\":0,\"digest\":\"\",\"whole\":false},"
                            + "\"millis\":2000.0},\"route\":\"dev eth0 via 198.51.100.1\"}");
        }
    }

    @Nested
    class Reading {

        @Test
        void ignoresWhatANewerVersionAdds() {
            String text = "{\"starts\":[0],\"connect\":1,\"newer\":{\"a\":[1]},\"step\":2}";
            assertThat(Json.read(text, Patience.class).connect()).hasMillis(1);
        }

        @Test
        void namesSourceAndPlaceOfWhatIsNoJson() {
            assertThatThrownBy(() -> Json.read("run.json", "{\"starts\":\n [0,, 1]}", Patience.class))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageStartingWith("run.json, line 2, column ");
        }

        @Test
        void saysThatATextWasCutOff() {
            String whole = Json.write(SampleRun.plan());
            assertThatThrownBy(() -> Json.read("plan.json", whole.substring(0, whole.length() / 2), Plan.class))
                    .hasMessageContaining("plan.json, line 1")
                    .hasMessageContaining("ends in the middle");
        }

        @Test
        void saysThatATextIsEmpty() {
            assertThatThrownBy(() -> Json.read("plan.json", "  ", Plan.class)).hasMessageContaining("it is empty");
        }

        @Test
        void namesTheMissingKey() {
            assertThatThrownBy(() -> Json.read("p", "{\"starts\":[],\"connect\":1}", Patience.class))
                    .hasMessageContaining("'step' is missing");
        }

        @Test
        void namesTheWordsThereAre() {
            String text = Json.write(SampleRun.plan()).replace("\"expect\":\"deny\"", "\"expect\":\"forbid\"");
            assertThatThrownBy(() -> Json.read("plan.json", text, Plan.class))
                    .hasMessageContaining("at checks[6].expect: 'forbid' is none of allow, deny");
        }

        @Test
        void namesTheCheckInWhichAFindingIsWrong() {
            String text = Json.write(SampleRun.run()).replace("\"verdict\":\"misdirected\"", "\"verdict\":\"lost\"");
            assertThatThrownBy(() -> Json.read("run.json", text, RunResult.class))
                    .hasMessageContaining("at checks[4].verdict: 'lost' is none of not-measured, impersonated");
        }

        @Test
        void refusesANumberWhereTextBelongs() {
            String text = Json.write(SampleRun.plan()).replace("\"ports\":\"5061\"", "\"ports\":5061");
            assertThatThrownBy(() -> Json.read("plan.json", text, Plan.class))
                    .hasMessageContaining("at checks[0].ports: a text was expected");
        }

        @Test
        void refusesAnAddressThatIsAName() {
            String text = Json.write(SampleRun.plan()).replace("\"10.3.0.10\"", "\"edge1.contoso.lab\"");
            assertThatThrownBy(() -> Json.read("plan.json", text, Plan.class))
                    .hasMessageContaining("at checks[0].to.address: 'edge1.contoso.lab' is no IP address");
        }

        @Test
        void refusesWhatFollowsTheEnd() {
            assertThatThrownBy(() -> Json.read(Json.write(Patience.spread()) + "{}", Patience.class))
                    .isInstanceOf(MalformedJsonException.class);
        }

        @Test
        void refusesNull() {
            assertThatThrownBy(() -> Json.read("null", Patience.class)).hasMessageContaining("it says null");
        }
    }
}
