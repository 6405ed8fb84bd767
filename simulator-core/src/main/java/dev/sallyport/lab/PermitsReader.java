package dev.sallyport.lab;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the permits of a lab file. */
final class PermitsReader {
    private record Ports(PortRange range, Transport transport) {}

    private static final Pattern PORTS = Pattern.compile("([^/]+)/(tcp|udp)");

    private final Map<String, Permit.End> ends = new LinkedHashMap<>();

    PermitsReader(List<Host> hosts) {
        for (Host host : hosts) {
            enter(new Permit.End(host.name(), ""));
            host.interfaces().stream()
                    .filter(one -> !one.name().isEmpty())
                    .forEach(one -> enter(new Permit.End(host.name(), one.name())));
        }
    }

    List<Permit> read(YamlMap file) {
        List<Permit> permits = new ArrayList<>();
        file.optionalList("permit").forEach(permit -> permit(permit.map(), permits));
        return permits;
    }

    private void enter(Permit.End end) {
        ends.put(end.toString(), end);
    }

    private void permit(YamlMap map, List<Permit> permits) {
        List<Permit.End> from = ends(map, "from");
        List<Permit.End> to = ends(map, "to");
        String reason = map.optionalText("reason").orElse("");
        for (YamlValue value : map.oneOrMany("ports")) {
            value.read(PermitsReader::ports)
                    .ifPresent(ports -> permits.add(new Permit(from, to, ports.transport(), ports.range(), reason)));
        }
        map.done();
    }

    private List<Permit.End> ends(YamlMap map, String key) {
        List<YamlValue> values = map.oneOrMany(key);
        if (values.isEmpty() && map.has(key)) {
            map.problem(key, "nobody is given; give hosts or interfaces, like [fe1, edge1/internal]");
        }
        return values.stream()
                .flatMap(value -> Optional.ofNullable(ends.get(value.known("host", ends.keySet()))).stream())
                .toList();
    }

    private static Ports ports(String text) {
        Matcher form = PORTS.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not say port and transport; write 3389/tcp, 3478/udp or 50000-50099/udp");
        }
        return new Ports(PortRange.parse(form.group(1)), form.group(2).equals("tcp") ? Transport.TCP : Transport.UDP);
    }
}
