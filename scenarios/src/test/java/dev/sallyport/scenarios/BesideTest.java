package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Denial;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Expectation;
import dev.sallyport.protocol.Protocols;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final String THREE_ZONES = """
            firewalls:
              inner: { between: [in, dmz] }
              outer: { between: [dmz, out] }
            hosts:
              fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
              fe2: { zone: in, address: 10.0.0.2, roles: [front-end] }
              d1: { zone: dmz, address: 10.5.0.1, roles: [director] }
              c1: { zone: out, address: 10.9.0.1, roles: [internal-client] }
            """;

    private static List<Check> denied(String lines) {
        return plan(lines).checks().stream()
                .filter(check -> check.expect() == Expectation.DENY)
                .toList();
    }

    private static Plan plan(String lines) {
        return plan(lines, Selection.all());
    }

    private static Plan plan(String lines, Selection selection) {
        Scenario scenario = Scenarios.named(Scenarios.DEFAULT, Site.CATALOG.vocabulary());
        return new Planner(Site.of(lines, "in", "dmz", "out").lab(), Site.CATALOG, Spoken.of(Protocols.spoken()))
                .plan(List.of(scenario), selection);
    }

    private static Check named(String id) {
        return denied(THREE_ZONES).stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among "
                        + denied(THREE_ZONES).stream().map(Check::id).toList()));
    }

    private static Denial denial(String id) {
        return named(id).denial().orElseThrow();
    }

    @Nested
    class WhatIsTried {
        @Test
        void portsBesideADocumentedOne() {
            assertThat(denial("c1 > fe1 8056/tcp").beside()).isEqualTo("SRV-07 (the port below)");
            assertThat(denial("c1 > fe1 8058/tcp").beside()).endsWith("(the port above)");
        }

        @Test
        void otherTransport() {
            assertThat(denial("c1 > fe1 443/udp").beside()).endsWith("(udp instead of tcp)");
        }

        @Test
        void otherDirection() {
            assertThat(denial("fe1 > c1 443/tcp").beside()).endsWith("(the other direction)");
        }

        @Test
        void sameFlowFromEveryOtherZone() {
            assertThat(denial("c1 > d1 5062/tcp").beside()).isNotEmpty();
            assertThat(denied(THREE_ZONES).stream()
                            .map(check -> check.denial().orElseThrow().beside()))
                    .anyMatch(beside -> beside.endsWith("(from zone dmz)"));
        }

        @Test
        void nothingThatSomethingAllows() {
            Plan plan = plan(THREE_ZONES);
            List<String> allowed = plan.checks().stream()
                    .filter(check -> check.expect() == Expectation.ALLOW)
                    .filter(check -> check.ports().size() == 1)
                    .map(BesideTest::decided)
                    .toList();
            assertThat(plan.checks().stream()
                            .filter(check -> check.expect() == Expectation.DENY)
                            .filter(check -> check.ports().size() == 1)
                            .map(BesideTest::decided))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(allowed);
        }

        @Test
        void nothingWithinOneZone() {
            assertThat(denied(THREE_ZONES))
                    .noneMatch(check ->
                            check.flow().from().zone().equals(check.flow().to().zone()));
        }

        @Test
        void nothingThatThePermitsAllow() {
            String permit = "permit: [{ from: [c1], to: [fe1], ports: 442/tcp, reason: old web }]\n";
            assertThat(denied(THREE_ZONES + permit))
                    .noneMatch(check -> check.id().equals("c1 > fe1 442/tcp"));
        }

        @Test
        void nothingAtPortsThatTheLabIgnores() {
            assertThat(denied(THREE_ZONES + "ignore: [442]\n"))
                    .noneMatch(check -> check.ports().contains(442));
        }

        @Test
        void nothingWhereTheScenarioAsksForNothing() {
            assertThat(denied(THREE_ZONES.replace("zone: dmz", "zone: in").replace("zone: out", "zone: in")))
                    .isEmpty();
        }
    }

    private static String decided(Check check) {
        return check.flow().from().zone() + " > " + check.flow().to().address().getHostAddress() + " " + check.ports()
                + "/" + check.flow().transport();
    }

    @Nested
    class Proof {
        @Test
        void neighbourOfTheFarEndTriesTheSameEndpoint() {
            assertThat(denial("c1 > fe1 442/tcp").neighbour()).contains("fe2 > fe1 442/tcp#neighbour");
        }

        @Test
        void zoneWithoutAnotherHostHasNoNeighbour() {
            assertThat(denial("fe1 > c1 443/tcp").neighbour()).isEmpty();
        }

        @Test
        void whatIsPermittedOnTheSamePathIsTheControl() {
            assertThat(denial("c1 > fe1 442/tcp").along())
                    .hasSize(3)
                    .allSatisfy(id -> assertThat(id).startsWith("c1 > fe1 ").endsWith("/tcp#control"));
        }

        @Test
        void everyControlOfAPlanIsInIt() {
            Plan plan = plan(THREE_ZONES);
            List<String> controls = plan.controls().stream().map(Check::id).toList();
            assertThat(controls).doesNotHaveDuplicates();
            plan.checks().stream().flatMap(check -> check.denial().stream()).forEach(denial -> assertThat(controls)
                    .containsAll(denial.along())
                    .containsAll(denial.neighbour().stream().toList()));
        }

        @Test
        void allowedFlowsAloneNeedNoControls() {
            Selection allowed = new Selection(
                    List.of(),
                    List.of(),
                    List.of(),
                    java.util.Optional.of(Expectation.ALLOW),
                    java.util.Optional.empty());
            assertThat(Site.of(THREE_ZONES, "in", "dmz", "out")
                            .plan(allowed, Scenarios.DEFAULT)
                            .controls())
                    .isEmpty();
        }
    }

    @Nested
    class HostsOnTwoZones {
        private static final String EDGE = """
                hosts:
                  fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
                  edge1:
                    roles: [edge]
                    addresses:
                      internal: { zone: dmz, address: 10.5.0.10 }
                      access: { zone: out, address: 10.9.0.10 }
                      web-conferencing: { zone: out, address: 10.9.0.11 }
                      av: { zone: out, address: 10.9.0.12 }
                  edge2:
                    roles: [edge]
                    addresses:
                      internal: { zone: dmz, address: 10.5.0.20 }
                      access: { zone: out, address: 10.9.0.20 }
                      web-conferencing: { zone: out, address: 10.9.0.21 }
                      av: { zone: out, address: 10.9.0.22 }
                  c1: { zone: out, address: 10.9.0.99, roles: [remote-client] }
                """;

        @Test
        void nobodyKnocksFromAnInterfaceHeWouldNotSendFrom() {
            assertThat(denied(EDGE))
                    .isNotEmpty()
                    .noneMatch(check -> check.flow().from().label().equals("edge1/internal")
                            && check.flow().to().zone().equals("out"));
        }
    }
}
