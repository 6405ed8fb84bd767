package dev.sallyport.lab;

import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the firewalls of a lab file. */
final class FirewallsReader {
    private final Zones zones;
    private final AddressBook addresses;

    FirewallsReader(Zones zones, AddressBook addresses) {
        this.zones = zones;
        this.addresses = addresses;
    }

    List<Firewall> read(YamlMap file) {
        List<Firewall> firewalls = new ArrayList<>();
        file.optionalMap("firewalls").ifPresent(map -> {
            for (Map.Entry<String, YamlValue> entry : map.entries().entrySet()) {
                firewalls.add(firewall(entry.getKey(), entry.getValue().map()));
            }
        });
        return firewalls;
    }

    private Firewall firewall(String name, YamlMap map) {
        List<Zone> between = new ArrayList<>();
        map.list("between").forEach(zone -> between.add(zones.named(zone)));
        boolean two = between.size() == 2 && differ(between.get(0), between.get(1));
        if (map.optional("between").filter(YamlValue::isList).isPresent() && !two) {
            map.problem(
                    "between", "a firewall stands between two different zones; give both, like [internal, internet]");
        }
        List<Masquerade> masquerades = new ArrayList<>();
        for (YamlValue nat : map.optionalOneOrMany("nat")) {
            masquerade(nat.map(), masquerades);
        }
        map.done();
        return new Firewall(
                name, two ? between.get(0) : Zones.UNKNOWN, two ? between.get(1) : Zones.UNKNOWN, masquerades);
    }

    /** Zones already reported say nothing more. */
    private static boolean differ(Zone one, Zone other) {
        return one.equals(Zones.UNKNOWN) || !one.equals(other);
    }

    private void masquerade(YamlMap map, List<Masquerade> masquerades) {
        Zone from = zones.named(map.value("from"));
        Zone to = zones.named(map.value("to"));
        if (!differ(from, to)) {
            map.problem("to", "goes to the zone it comes from; give another");
        }
        map.read("source", IpLiteral::parse).ifPresent(source -> {
            addresses.source(source, map.value("source"));
            masquerades.add(new Masquerade(from, to, source));
        });
        map.done();
    }
}
