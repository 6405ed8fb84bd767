package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.check.Denial;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses what proves that the silence of a denied flow means something.
 *
 * <p>Another host of the far end's zone tries the same endpoint. Permitted flows of the same transport, from the same
 * address to the same zone, show that the path works; some may themselves be stopped by wrong rules, so three are taken
 * where there are three, those to the same address first.
 */
final class Controls {
    private static final int ENOUGH = 3;

    /** The way of a flow through the firewalls, as far as a lab knows it. */
    private record Path(InetAddress from, String toZone, Transport transport) {
        static Path of(Flow flow) {
            return new Path(flow.from().address(), flow.to().zone(), flow.transport());
        }
    }

    private record Endpoint(InetAddress address, Transport transport, List<Integer> ports, String exchange) {}

    private final Lab lab;
    private final Ways ways;
    private final Origins origins;
    private final Map<Path, List<Check>> permitted = new HashMap<>();
    private final Map<Endpoint, Optional<Check>> neighbours = new HashMap<>();
    private final Map<String, Check> controls = new LinkedHashMap<>();

    /**
     * Prepares for the denied flows of a lab.
     *
     * @param planned all checks of the lab
     */
    Controls(Lab lab, Ways ways, Origins origins, List<Planned> planned) {
        this.lab = lab;
        this.ways = ways;
        this.origins = origins;
        planned.stream().map(Planned::check).filter(Controls::provesAPath).forEach(check -> permitted
                .computeIfAbsent(Path.of(check.flow()), p -> new ArrayList<>())
                .add(check));
    }

    private static boolean provesAPath(Check check) {
        return check.expect() == Expectation.ALLOW
                && !check.optional()
                && check.spoken()
                && !check.callsBack()
                && check.flow().sourcePorts().isEmpty();
    }

    /** Returns a denied check with the controls that bear it out, an allowed one as it is. */
    Planned proving(Planned planned) {
        Check check = planned.check();
        if (check.expect() == Expectation.ALLOW) {
            return planned;
        }
        Denial denial = new Denial(planned.beside(), neighbour(check).map(Check::id), along(check));
        return new Planned(check.denied(denial), planned.asks(), planned.beside());
    }

    /** Returns the controls that checks name, each once. */
    List<Check> of(List<Check> checks) {
        Set<String> named = checks.stream()
                .flatMap(check -> check.denial().stream())
                .flatMap(denial -> Stream.concat(denial.neighbour().stream(), denial.along().stream()))
                .collect(Collectors.toSet());
        return controls.values().stream()
                .filter(control -> named.contains(control.id()))
                .toList();
    }

    private List<String> along(Check denied) {
        InetAddress far = denied.flow().to().address();
        return permitted.getOrDefault(Path.of(denied.flow()), List.of()).stream()
                .sorted(Comparator.comparing(
                                (Check check) -> !check.flow().to().address().equals(far))
                        .thenComparing(check -> check.flow().ports().size()))
                .limit(ENOUGH)
                .map(check -> control(check.at(check.ports().get(0)), "#control"))
                .toList();
    }

    private String control(Check check, String suffix) {
        String id = check.id() + suffix;
        controls.computeIfAbsent(id, check::called);
        return id;
    }

    private Optional<Check> neighbour(Check denied) {
        Endpoint endpoint = new Endpoint(
                denied.flow().to().address(), denied.flow().transport(), denied.ports(), denied.exchange());
        return neighbours.computeIfAbsent(endpoint, e -> asNeighbour(denied));
    }

    private Optional<Check> asNeighbour(Check denied) {
        End to = End.of(lab, denied.flow().to());
        End notThis = End.of(lab, denied.flow().from());
        return origins.neighbour(to, notThis).map(near -> {
            Flow flow = denied.flow().between(near.party(lab, to.zone()), to.party(lab, to.zone()));
            Check check = denied.permitted(freeId(flow), flow, ways.source(near.at(), near.address(), to.zone()));
            controls.put(check.id(), check);
            return check;
        });
    }

    private String freeId(Flow flow) {
        String id = flow.label() + "#neighbour";
        int number = 2;
        while (controls.containsKey(id)) {
            id = flow.label() + "#neighbour-" + number++;
        }
        return id;
    }
}
