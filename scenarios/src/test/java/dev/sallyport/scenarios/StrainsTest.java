package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Idle;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Strain;
import dev.sallyport.flow.Expectation;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.yaml.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StrainsTest {
    private static final String SIP = "partner1 > edge1 5061/tcp";

    private final Site site = Site.of("""
            hosts:
              edge1: { zone: in, address: [10.0.0.3, "fd00::3"], roles: [edge] }
              partner1: { zone: out, address: [10.9.0.1, "fd09::1"], roles: [federated-partner, public-im-partner] }
            """);

    private Plan plan(String... scenarios) {
        List<Scenario> all = Stream.of(scenarios)
                .map(text -> ScenarioFile.parse("s.yaml", text, Site.CATALOG.vocabulary(), new Problems())
                        .orElseThrow())
                .toList();
        return new Planner(site.lab(), Site.CATALOG, Spoken.of(Protocols.spoken())).plan(all, Selection.all());
    }

    private static Check check(Plan plan, String id) {
        return plan.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Nested
    class Idleness {
        private final Plan idle = plan("{ scenario: idle, idle: { up-to: 300s } }");

        @Test
        void isACheckOfItsOwnBesideTheFlow() {
            assertThat(check(idle, SIP).strain()).isEqualTo(Strain.none());
            assertThat(check(idle, SIP + "#idle").rows())
                    .isEqualTo(check(idle, SIP).rows());
            assertThat(check(idle, SIP + "#idle").flow())
                    .isEqualTo(check(idle, SIP).flow());
        }

        @Test
        void climbsALadderThatHasTheKeepAliveIntervalAsARung() {
            assertThat(check(idle, SIP + "#idle").strain().idle())
                    .contains(new Idle(
                            List.of(seconds(10), seconds(30), seconds(60), seconds(120), seconds(300)), seconds(300)));
            assertThat(check(idle, "partner1 > edge1 3478/udp#idle").strain().idle())
                    .contains(new Idle(
                            List.of(seconds(10), seconds(15), seconds(30), seconds(60), seconds(120), seconds(300)),
                            seconds(15)));
        }

        @Test
        void ofAFewSecondsHasItsRungsBelowThem() {
            Plan quick = plan("{ scenario: quick, idle: { up-to: 3s } }");
            assertThat(check(quick, SIP + "#idle").strain().idle().orElseThrow().ages())
                    .extracting(Duration::toMillis)
                    .containsExactly(100L, 300L, 600L, 1200L, 3000L);
        }

        @Test
        void isMarkedBeforeTheAddressFamily() {
            assertThat(idle.checks())
                    .extracting(Check::id)
                    .contains("partner1 > edge1 5061/tcp#v6", "partner1 > edge1 5061/tcp#idle#v6");
        }

        @Test
        void isAskedOfWhatLastsAndIsAllowedAlone() {
            assertThat(idle.checks())
                    .filteredOn(check -> check.strain().idle().isPresent())
                    .allSatisfy(check -> assertThat(check.expect()).isEqualTo(Expectation.ALLOW))
                    .extracting(Check::exchange)
                    .isNotEmpty()
                    .noneMatch(exchange -> exchange.startsWith("rtp/") || exchange.startsWith("http"));
        }

        @Test
        void isNotAskedWhereNoScenarioAsks() {
            assertThat(plan("scenario: plain").checks())
                    .allMatch(check -> check.strain().equals(Strain.none()));
        }

        @Test
        void beyondWhatEndpointsBearIsRefused() {
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> plan("{ scenario: long, idle: { up-to: 1h } }"))
                    .withMessage("scenario long: idle: { up-to: 3600s } is longer than endpoints bear; at most 15m");
        }
    }

    @Nested
    class HoldAndBounds {
        private static final String BUSY = "{ scenario: busy, hold: { for: 10s, bytes: 64KB }, bounds: { loss: 1% } }";

        @Test
        void areAskedOfTheFlowItself() {
            Bounds bounds = new Bounds(Optional.of(0.01), Optional.empty(), Optional.empty());
            assertThat(check(plan(BUSY), SIP).strain())
                    .isEqualTo(Strain.of(Optional.of(new Hold(seconds(10), 65_536)), bounds));
        }

        @Test
        void ofDelayAreRefusedUntilTheyAreMeasured() {
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> plan("{ scenario: slow, bounds: { delay: 150ms } }"))
                    .withMessage("scenario slow: bounds: { delay: 150ms } is not possible yet; this version measures"
                            + " loss and jitter, so leave delay out");
        }

        @Test
        void holdOnlyWhatCanStay() {
            assertThat(plan(BUSY).checks())
                    .filteredOn(check -> check.strain().hold().isPresent())
                    .extracting(Check::exchange)
                    .isNotEmpty()
                    .noneMatch(exchange -> exchange.startsWith("rtp/"));
        }

        @Test
        void leaveDeniedFlowsAlone() {
            assertThat(plan(BUSY).checks())
                    .filteredOn(check -> check.expect() == Expectation.DENY)
                    .isNotEmpty()
                    .allMatch(check -> check.strain().equals(Strain.none()));
        }

        @Test
        void areOfTheFirstScenarioThatMeansTheFlow() {
            Plan both = plan("{ scenario: plain, rows: [PIC] }", BUSY);
            assertThat(check(both, SIP).strain().hold()).contains(new Hold(seconds(10), 65_536));
        }
    }
}
