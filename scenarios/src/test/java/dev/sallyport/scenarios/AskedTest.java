package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final String TWO_ZONES = """
            hosts:
              fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
              fe2: { zone: in, address: 10.0.0.2, roles: [front-end] }
              c1: { zone: out, address: 10.9.0.1, roles: [internal-client] }
            permit: [{ from: [c1], to: [fe1], ports: 3000-3010/tcp, reason: of our own }]
            """;

    private static Plan asked(String from, String to, int port) {
        return new Planner(Site.of(TWO_ZONES).lab(), Site.CATALOG, Spoken.of(Protocols.spoken()))
                .question(from, to, port, Transport.TCP);
    }

    private static Check answer(String from, String to, int port) {
        assertThat(asked(from, to, port).checks()).hasSize(1);
        return asked(from, to, port).checks().get(0);
    }

    @Test
    void portOfADeniedRangeThatAPermitCoversIsAllowed() {
        assertThat(answer("c1", "fe1", 3005).expect()).isEqualTo(Expectation.ALLOW);
        assertThat(answer("c1", "fe1", 3011).expect()).isEqualTo(Expectation.DENY);
    }

    @Test
    void anyPortOfADeniedRangeIsTriedByANeighbour() {
        Plan plan = asked("c1", "fe1", 3011);
        String neighbour =
                plan.checks().get(0).denial().orElseThrow().neighbour().orElseThrow();
        assertThat(plan.controls())
                .filteredOn(control -> control.id().equals(neighbour))
                .singleElement()
                .satisfies(control -> assertThat(control.ports()).containsExactly(3011));
    }
}
