package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.check.Further;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.lab.Lab;
import java.net.Inet6Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks of a scenario that walks one exchange along the paths of documented flows, at ports of its own.
 *
 * <p>The paths are those through a firewall; in a lab without one, all. What something allows there is expected to be
 * open, anything else to be closed, as everywhere.
 */
final class Detours {
    private final Lab lab;
    private final Documented documented;

    Detours(Lab lab, Documented documented) {
        this.lab = lab;
        this.documented = documented;
    }

    List<Planned> of(Scenario scenario) {
        return scenario.instead().stream()
                .flatMap(instead -> paths(scenario, instead.protocol()).stream()
                        .flatMap(path -> instead.ports().stream().map(at -> planned(path, instead.exchange(), at))))
                .toList();
    }

    /** A path a pair of addresses; who dials a balancer comes to its pool, whose hosts have paths of their own. */
    private List<Planned> paths(Scenario scenario, String protocol) {
        Map<List<Object>, Planned> paths = new LinkedHashMap<>();
        documented.planned().stream()
                .filter(planned -> !planned.undocumented())
                .filter(planned -> planned.check().expect() == Expectation.ALLOW)
                .filter(planned -> planned.check().balancing().isEmpty())
                .filter(planned -> planned.check().flow().protocol().equals(protocol))
                .filter(planned -> scenario.means(planned.asks()))
                .forEach(planned -> paths.putIfAbsent(ends(planned.check().flow()), planned));
        List<Planned> through = paths.values().stream()
                .filter(planned -> !planned.check().firewalls().isEmpty())
                .toList();
        return through.isEmpty() ? List.copyOf(paths.values()) : through;
    }

    private static List<Object> ends(Flow flow) {
        return List.of(flow.from().address(), flow.to().address());
    }

    private Planned planned(Planned path, String exchange, Instead.At at) {
        Complement complement = documented.complement();
        Flow along = path.check().flow();
        End from = End.of(lab, along.from());
        End to = End.of(lab, along.to());
        PortRange port = PortRange.of(at.in(lab.name()));
        Draft plain = complement.draft(from, to, at.transport(), port, path.asks());
        Flow flow = plain.flow().speaking(along.protocol(), Security.NONE);
        Draft draft = new Draft(flow, exchange, plain.source(), plain.firewalls(), path.asks(), Optional.empty());
        Check check = draft.check(
                id(flow, exchange),
                List.of(),
                List.of(port.first()),
                Further.none(),
                expected(flow),
                false,
                complement.spoken());
        return documented.proving().proving(new Planned(check, path.asks()));
    }

    private Expectation expected(Flow flow) {
        boolean allowed = flow.from().zone().equals(flow.to().zone())
                || !documented.complement().allowed().along(flow).isEmpty();
        return allowed ? Expectation.ALLOW : Expectation.DENY;
    }

    private static String id(Flow flow, String exchange) {
        String family = flow.to().address() instanceof Inet6Address ? "#v6" : "";
        return flow.label() + "#" + exchange.substring(exchange.indexOf('/') + 1) + family;
    }

    /** Says why there are none. */
    static Stream<String> why(List<Scenario> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.instead().stream())
                .map(instead -> "no documented flow of " + instead.protocol() + " that it means is there");
    }
}
