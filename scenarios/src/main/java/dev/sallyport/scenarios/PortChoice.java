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

/**
 * Chooses the ports that every draft of a lab tries.
 *
 * <p>Of ranges it takes a sample that keeps clear of ports where another protocol is documented at the same address:
 * two checks that met at one port would each depend on the other's listener. It is chosen before anything is narrowed,
 * so that a check tries the same ports in every run.
 */
final class PortChoice {
    private record Address(InetAddress address, Transport transport) {}

    private final Map<Address, Map<Integer, Set<String>>> protocols = new HashMap<>();

    private PortChoice() {}

    /**
     * Returns the ports of each draft, in their order.
     *
     * @param ids the drafts' ids, in their order
     */
    static List<List<Integer>> of(List<Draft> drafts, List<String> ids) {
        PortChoice choice = new PortChoice();
        drafts.stream()
                .map(Draft::flow)
                .filter(flow -> flow.ports().size() == 1)
                .forEach(flow -> choice.take(flow, List.of(flow.ports().first())));
        List<List<Integer>> ports = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ports.add(choice.ports(drafts.get(i).flow(), ids.get(i)));
        }
        return ports;
    }

    private List<Integer> ports(Flow flow, String id) {
        PortRange range = flow.ports();
        if (range.size() == 1) {
            return List.of(range.first());
        }
        Map<Integer, Set<String>> there = at(flow);
        List<Integer> clear = PortSample.of(
                range, id, port -> Set.of(flow.protocol()).containsAll(there.getOrDefault(port, Set.of())));
        List<Integer> sample = clear.isEmpty() ? PortSample.of(range, id, port -> true) : clear;
        take(flow, sample);
        return sample;
    }

    private void take(Flow flow, List<Integer> ports) {
        Map<Integer, Set<String>> there = at(flow);
        ports.forEach(port -> there.computeIfAbsent(port, p -> new HashSet<>()).add(flow.protocol()));
    }

    private Map<Integer, Set<String>> at(Flow flow) {
        return protocols.computeIfAbsent(new Address(flow.to().address(), flow.transport()), a -> new HashMap<>());
    }
}
