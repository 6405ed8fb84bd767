package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.exchange.Sequel;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An exchange that leads to a further port: SRV-05 is printed with 135 alone, and SRV-39 opens the port it leads to. */
class SequelTest {
    private static final Spoken SPOKEN = new Spoken(
            Map.of("dcerpc/map", Set.of(Transport.TCP), "dcerpc/call", Set.of(Transport.TCP)),
            Set.of(),
            Set.of(),
            Map.of("dcerpc/call", new Sequel(49155, "dcerpc/map")));

    private static final String TWO = """
            hosts:
              fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
              fe2: { zone: out, address: 10.0.0.2, roles: [front-end] }
            """;

    @Test
    void itIsFollowedWhereAnotherRowOpensThePort() {
        assertThat(mapped(TWO)).allSatisfy(check -> {
            assertThat(check.exchange()).isEqualTo("dcerpc/call");
            assertThat(check.further().leadsTo()).contains(49155);
        });
    }

    @Test
    void itIsLeftWhereTheSiteExcludesThatRow() {
        assertLeft(mapped(TWO + "exclude: [SRV-39]\n"));
    }

    @Test
    void itIsLeftWhereTheSiteHasAnotherRangeForThatRow() {
        assertLeft(mapped(TWO + "ports: { SRV-39: 50000-51000 }\n"));
    }

    @Test
    void itIsLeftWhereThatRowIsOptional() {
        assertLeft(mapped(TWO + "optional: [SRV-39]\n"));
    }

    @Test
    void itIsFollowedWhereTheSitePermitsThePort() {
        assertThat(mapped(TWO + """
                exclude: [SRV-39]
                permit:
                  - { from: [fe1, fe2], to: [fe1, fe2], ports: 49152-65535/tcp, reason: DCOM }
                """)).extracting(Check::exchange).containsOnly("dcerpc/call");
    }

    @Test
    void aLoadBalancerIsAskedFor135Alone() {
        assertLeft(Site.of("""
                hosts:
                  fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
                  vip1: { zone: out, address: 10.0.0.2, roles: [front-end-load-balancer] }
                """).lab(), "HLB-03");
    }

    /** A firewall built host by host lets 135 through from the balancer, and nothing else. */
    @Test
    void aLoadBalancerThatAsksIsNotSentOnByWhatItsNeighboursMay() {
        Lab lab = Site.of("""
                hosts:
                  fe1: { zone: in, pool: pool1, address: 10.0.0.1, roles: [front-end] }
                  fe2: { zone: in, address: 10.0.0.2, roles: [front-end] }
                  vip1: { zone: in, pool: pool1, address: 10.0.0.3, roles: [front-end-load-balancer] }
                """).lab();
        List<Check> asked = planned(lab, "SRV-05").stream()
                .filter(check -> check.flow().from().host().equals("vip1"))
                .toList();
        assertLeft(asked);
    }

    private static List<Check> mapped(String lines) {
        return planned(Site.of(lines).lab(), "SRV-05");
    }

    private static List<Check> planned(Lab lab, String row) {
        return new Planner(lab, Site.CATALOG, SPOKEN)
                .plan(List.of(Scenarios.named(Scenarios.DEFAULT)), Selection.all()).checks().stream()
                        .filter(check -> check.rows().contains(row))
                        .toList();
    }

    private static void assertLeft(Lab lab, String row) {
        assertLeft(planned(lab, row));
    }

    private static void assertLeft(List<Check> checks) {
        assertThat(checks).isNotEmpty().allSatisfy(check -> {
            assertThat(check.exchange()).isEqualTo("dcerpc/map");
            assertThat(check.further().leadsTo()).isEmpty();
        });
    }
}
