package dev.sallyport.scenarios;

import dev.sallyport.flow.Flow;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Chooses the ports that every draft of a lab tries.
 *
 * <p>Of ranges it takes a sample that keeps clear of ports where another protocol is documented at the same address:
 * two checks that met at one port would each depend on the other's listener. It is chosen before anything is narrowed,
 * so that a check tries the same ports in every run. Media that reports to the next port is tried at even ones between
 * the edges (RFC 3550 §11), where the next is in the range too and nothing else is at it.
 */
final class PortChoice {
    private record Address(InetAddress address, Transport transport) {}

    private final Map<Address, Map<Integer, Set<String>>> protocols = new HashMap<>();

    private final Spoken spoken;

    /**
     * The ports of a check.
     *
     * @param reportPorts next to some of them, where their media's reports go
     */
    record Chosen(List<Integer> ports, List<Integer> reportPorts) {}

    private PortChoice(Spoken spoken) {
        this.spoken = spoken;
    }

    /**
     * Returns the ports of each draft, in their order.
     *
     * @param ids the drafts' ids, in their order
     */
    static List<Chosen> of(List<Draft> drafts, List<String> ids, Spoken spoken) {
        PortChoice choice = new PortChoice(spoken);
        drafts.stream()
                .map(Draft::flow)
                .filter(flow -> flow.ports().size() == 1)
                .forEach(flow -> choice.take(flow, List.of(flow.ports().first())));
        List<Chosen> ports = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ports.add(choice.ports(drafts.get(i), ids.get(i)));
        }
        return ports;
    }

    private Chosen ports(Draft draft, String id) {
        Flow flow = draft.flow();
        PortRange range = flow.ports();
        if (range.size() == 1) {
            return new Chosen(List.of(range.first()), List.of());
        }
        boolean pairs = spoken.reportsBeside(draft.exchange(), flow.transport());
        IntPredicate free = free(flow);
        IntPredicate between = port -> free.test(port) && (!pairs || begins(port, range, free));
        List<Integer> clear = PortSample.of(range, id, free, between);
        List<Integer> sample = clear.isEmpty() ? PortSample.of(range, id, port -> true) : clear;
        List<Integer> reportPorts = sample.stream()
                .filter(port -> pairs && begins(port, range, free) && !sample.contains(port + 1))
                .map(port -> port + 1)
                .toList();
        take(flow, sample);
        take(flow, reportPorts);
        return new Chosen(sample, reportPorts);
    }

    /** Tells whether a port and the next one can be a pair of RTP and RTCP. */
    private static boolean begins(int port, PortRange range, IntPredicate free) {
        return port % 2 == 0 && range.contains(port + 1) && free.test(port + 1);
    }

    private IntPredicate free(Flow flow) {
        Map<Integer, Set<String>> there = at(flow);
        return port -> Set.of(flow.protocol()).containsAll(there.getOrDefault(port, Set.of()));
    }

    private void take(Flow flow, List<Integer> ports) {
        Map<Integer, Set<String>> there = at(flow);
        ports.forEach(port -> there.computeIfAbsent(port, p -> new HashSet<>()).add(flow.protocol()));
    }

    private Map<Integer, Set<String>> at(Flow flow) {
        return protocols.computeIfAbsent(new Address(flow.to().address(), flow.transport()), a -> new HashMap<>());
    }
}
