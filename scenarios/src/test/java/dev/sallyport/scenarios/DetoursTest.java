package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Security;
import org.junit.jupiter.api.Test;

/** A scenario that walks one exchange along documented paths, at ports of its own. */
class DetoursTest {

    private static final String HOSTS = """
            firewalls:
              outer: { between: [in, out] }
            permit:
              - { from: [partner1], to: [edge1], ports: 5060/udp, reason: a gateway test }
            hosts:
              edge1:    { zone: in, address: 10.1.0.10, roles: [edge] }
              fe1:      { zone: in, address: 10.1.0.11, roles: [front-end] }
              partner1: { zone: out, address: 198.51.100.50, roles: [public-im-partner] }
            """;

    private final Plan plan = Site.of(HOSTS).plan(Selection.all(), "alg");

    private Check check(String id) {
        return plan.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is none of "
                        + plan.checks().stream().map(Check::id).toList()));
    }

    @Test
    void followsThePathsThroughAFirewallAtEveryPort() {
        assertThat(plan.checks())
                .hasSize(10)
                .allMatch(check -> check.exchange().equals("sip/alg"))
                .allMatch(check -> check.firewalls().equals(java.util.List.of("outer")))
                .allMatch(check -> check.flow().security() == Security.NONE);
    }

    @Test
    void whatARowOrAPermitAllowsMustBeOpen() {
        assertThat(check("partner1 > edge1 5061/tcp#alg").expect()).isEqualTo(Expectation.ALLOW);
        assertThat(check("partner1 > edge1 5060/udp#alg").expect()).isEqualTo(Expectation.ALLOW);
    }

    @Test
    void whatNothingAllowsMustBeClosed() {
        assertThat(check("partner1 > edge1 5068/tcp#alg").expect()).isEqualTo(Expectation.DENY);
        assertThat(check("partner1 > edge1 5068/tcp#alg").denial()).isPresent();
    }

    @Test
    void provesNoRow() {
        assertThat(plan.checks()).allMatch(check -> check.rows().isEmpty());
        assertThat(Site.why(plan, "PIC-01")).isEqualTo("not in scenario alg");
    }

    @Test
    void withoutAPathThereIsNoPlan() {
        assertThatExceptionOfType(NoPlanException.class)
                .isThrownBy(() -> Site.of("hosts:\n  fe1: { zone: in, address: 10.1.0.10, roles: [front-end] }\n")
                        .plan(Selection.all(), "alg"))
                .withMessageContaining("no documented flow of sip");
    }
}
