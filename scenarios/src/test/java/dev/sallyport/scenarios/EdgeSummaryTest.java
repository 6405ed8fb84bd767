package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A firewall pair built exactly as Microsoft's Edge summary says, held against the plan of a lab with one Edge. */
class EdgeSummaryTest {
    private static final Site SITE = Site.of("""
            firewalls:
              inner: { between: [in, perimeter-in] }
              outer: { between: [perimeter-out, out] }
            hosts:
              fe1: { zone: in, pool: one, address: 10.1.0.1, roles: [front-end, central-management, mediation] }
              felb1: { zone: in, pool: one, address: 10.1.0.2, roles: [front-end-load-balancer] }
              director1: { zone: in, address: 10.1.0.3, roles: [director] }
              sba1: { zone: in, address: 10.1.0.4, roles: [branch-appliance] }
              client1: { zone: in, address: 10.1.0.5, roles: [internal-client] }
              edge1:
                roles: [edge]
                addresses:
                  internal: { zone: perimeter-in, address: 10.2.0.10 }
                  access: { zone: perimeter-out, address: 10.3.0.10, public: 203.0.113.10 }
                  web-conferencing: { zone: perimeter-out, address: 10.3.0.11, public: 203.0.113.11 }
                  av: { zone: perimeter-out, address: 10.3.0.12, public: 203.0.113.12 }
              remote1: { zone: out, address: 198.51.100.1, roles: [remote-client] }
              messenger1: { zone: out, address: 198.51.100.2, roles: [live-messenger-client] }
              partner1: { zone: out, address: 198.51.100.3, roles: [federated-partner] }
              publicim1: { zone: out, address: 198.51.100.4, roles: [public-im-partner] }
              xmpp1: { zone: out, address: 198.51.100.5, roles: [xmpp-partner] }
              dns1: { zone: out, address: 198.51.100.6, roles: [dns-server] }
              crl1: { zone: out, address: 198.51.100.7, roles: [crl-server] }
            """, "in", "perimeter-in", "perimeter-out", "out");

    private record Rule(String firewall, String from, String to, String transport, PortRange ports) {
        static Rule parse(String line) {
            String[] cells = line.split(", ");
            return new Rule(cells[0], cells[1], cells[2], cells[3], PortRange.parse(cells[4]));
        }

        boolean lets(Check check) {
            return check.firewalls().contains(firewall)
                    && covers(from, check.flow().from())
                    && covers(to, check.flow().to())
                    && check.flow().transport().text().equals(transport)
                    && ports.contains(check.flow().ports().first())
                    && ports.contains(check.flow().ports().last());
        }

        private static boolean covers(String end, Party party) {
            return end.equals("any") || end.equals(party.network());
        }
    }

    private static final List<Rule> RULES = lines().map(Rule::parse).toList();

    private final List<Check> crossing = SITE.plan().checks().stream()
            .filter(check -> check.expect() == Expectation.ALLOW)
            .filter(check -> !check.firewalls().isEmpty())
            .toList();

    private static Stream<String> lines() {
        try (InputStream in = EdgeSummaryTest.class.getResourceAsStream("edge-with-nat.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFlowThatCrossesAFirewallIsLetThrough() {
        assertThat(crossing)
                .filteredOn(check -> RULES.stream().noneMatch(rule -> rule.lets(check)))
                .extracting(Check::id)
                .isEmpty();
    }

    @Test
    void whatMustStayClosedIsLetThroughByNoRule() {
        List<Check> denied = SITE.plan().checks().stream()
                .filter(check -> check.expect() == Expectation.DENY)
                .toList();
        assertThat(denied)
                .hasSizeGreaterThan(80)
                .filteredOn(check -> RULES.stream().anyMatch(rule -> rule.lets(check)))
                .extracting(Check::id)
                .isEmpty();
    }

    @Test
    void withoutAnyOneRuleARowOfTheSummaryIsCutOff() {
        assertThat(RULES).allSatisfy(rule -> assertThat(crossing)
                .filteredOn(rule::lets)
                .filteredOn(check -> RULES.stream().noneMatch(other -> !other.equals(rule) && other.lets(check)))
                .as(rule.toString())
                .anySatisfy(check -> assertThat(check.rows()).anyMatch(row -> row.startsWith("EDGE-"))));
    }
}
