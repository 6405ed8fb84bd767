package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.flow.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Site site = Site.of("""
            hosts:
              fe1: { zone: in, pool: one, address: 10.0.0.1, roles: [front-end] }
              fe2: { zone: in, pool: one, address: 10.0.0.2, roles: [front-end] }
              edge1: { zone: in, address: 10.0.0.3, roles: [edge] }
              partner1: { zone: out, address: 10.9.0.1, roles: [federated-partner, public-im-partner] }
              xmpp1: { zone: out, address: 10.9.0.2, roles: [xmpp-partner] }
            exclude: [XMPP-02]
            """);

    private List<String> ids(Selection selection, String... scenarios) {
        return site.plan(selection, scenarios).checks().stream().map(Check::id).toList();
    }

    private static Selection only(String... words) {
        return new Selection(List.of(words), List.of(), List.of(), Optional.of(Expectation.ALLOW), Optional.empty());
    }

    private static Selection allowed() {
        return only();
    }

    @Nested
    class ScenariosChoose {
        @Test
        void scenarioMeansItsRows() {
            assertThat(ids(allowed(), "public-im"))
                    .containsExactly("partner1 > edge1 5061/tcp", "edge1 > partner1 5061/tcp");
        }

        @Test
        void severalScenariosAreUnited() {
            assertThat(ids(Selection.all(), "public-im", "xmpp-federation"))
                    .contains("partner1 > edge1 5061/tcp", "xmpp1 > edge1 5269/tcp")
                    .doesNotContain("fe2 > fe1 8404/tcp");
        }

        @Test
        void checkIsTheSameInEveryScenario() {
            List<Check> all = site.plan().checks();
            assertThat(site.plan(Selection.all(), "public-im").checks())
                    .isSubsetOf(all)
                    .first()
                    .extracting(Check::rows)
                    .isEqualTo(List.of("PIC-01", "FED-01", "EDGE-006"));
        }

        @Test
        void scenarioNarrowsToItsRoles() {
            assertThat(new Planner(site.lab(), Site.CATALOG, Site.SPOKEN)
                            .plan(
                                    List.of(scenario(List.of("edge", "public-im-partner"), MediaPorts.SAMPLE)),
                                    Selection.all())
                            .checks())
                    .extracting(Check::id)
                    .containsExactly("partner1 > edge1 5061/tcp", "edge1 > partner1 5061/tcp");
        }

        @Test
        void everyPortIsRefusedUntilItIsPossible() {
            Planner planner = new Planner(site.lab(), Site.CATALOG, Site.SPOKEN);
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> planner.plan(List.of(scenario(List.of(), MediaPorts.EVERY)), Selection.all()))
                    .withMessage("scenario mine: media: { ports: every } is not possible yet; this version tries a"
                            + " sample of each range, so write sample or leave it out");
        }

        private Scenario scenario(List<String> roles, MediaPorts ports) {
            return new Scenario(
                    "mine",
                    "",
                    List.of(),
                    roles,
                    Undocumented.NONE,
                    ports,
                    Optional.empty(),
                    Optional.<Duration>empty(),
                    Bounds.none());
        }
    }

    @Nested
    class TheCommandLineNarrows {
        @Test
        void byRowAndDocument() {
            assertThat(ids(only("PIC-01"), Scenarios.DEFAULT)).containsExactly("partner1 > edge1 5061/tcp");
            assertThat(ids(only("PIC", "SRV-34"), Scenarios.DEFAULT))
                    .containsExactlyInAnyOrder(
                            "partner1 > edge1 5061/tcp",
                            "edge1 > partner1 5061/tcp",
                            "fe2 > fe1 8404/tcp",
                            "fe1 > fe2 8404/tcp");
        }

        @Test
        void bySeveralKindsAtOnce() {
            assertThat(ids(only("XMPP", "xmpp-partner", "edge1", "xmpp"), Scenarios.DEFAULT))
                    .containsExactlyInAnyOrder("xmpp1 > edge1 5269/tcp", "xmpp1 > edge1 5269/tcp#dialback");
            assertThat(ids(only("federated-partner", "sip"), Scenarios.DEFAULT))
                    .containsExactlyInAnyOrder("partner1 > edge1 5061/tcp", "edge1 > partner1 5061/tcp");
        }

        @Test
        void byEndsAndExpectation() {
            Selection towards = new Selection(
                    List.of(),
                    List.of("edge1"),
                    List.of("xmpp1", "partner1"),
                    Optional.of(Expectation.DENY),
                    Optional.empty());
            assertThat(ids(towards, Scenarios.DEFAULT))
                    .contains("edge1 > xmpp1 5269/tcp", "edge1 > xmpp1 5269/tcp#dialback", "edge1 > partner1 5062/tcp")
                    .allMatch(id -> id.startsWith("edge1 > "));
        }

        @Test
        void byWhatFailedBefore() {
            Selection failed = new Selection(
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.of(Set.of("fe1 > fe2 8404/tcp", "gone > fe2 1/tcp")));
            assertThat(ids(failed, Scenarios.DEFAULT)).containsExactly("fe1 > fe2 8404/tcp");
        }

        @Test
        void unknownWordIsNamedWithWhatItMayBe() {
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> ids(only("PICS"), Scenarios.DEFAULT))
                    .withMessageStartingWith(
                            "--only 'PICS' names no row (SRV-03), no document (FED, PIC, XMPP, SRV, HLB,"
                                    + " DLB, CLI, EDGE, DIR, RP, SBA, GW, APP), no role (front-end), no host of lab small and no"
                                    + " protocol (cls, dcerpc, dhcp,")
                    .withMessageEndingWith("; did you mean 'PIC'?");
        }

        @Test
        void unknownHostIsNamed() {
            Selection from = new Selection(List.of(), List.of("edge2"), List.of(), Optional.empty(), Optional.empty());
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> ids(from, Scenarios.DEFAULT))
                    .withMessage("--from: no host 'edge2' (hosts: fe1, fe2, edge1, partner1, xmpp1); did you mean"
                            + " 'edge1'?");
        }

        @Test
        void nothingLeftIsAnError() {
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> ids(only("PIC-01", "xmpp"), "public-im"))
                    .withMessage("no check is left: --only PIC-01 xmpp --expect allow matches none of the 8 checks of"
                            + " public-im on lab small; name more, or leave an option out");
        }

        @Test
        void scenarioWithoutAnyCheckSaysWhatTheLabLacks() {
            assertThatExceptionOfType(NoPlanException.class)
                    .isThrownBy(() -> ids(Selection.all(), "load-balancers"))
                    .withMessage("no check is left: load-balancers has none on lab small: the lab has no"
                            + " front-end-load-balancer; the lab has no mediation-load-balancer; the lab has no"
                            + " director-load-balancer");
        }
    }
}
