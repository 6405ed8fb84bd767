package dev.sallyport.lab;

import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the interfaces of one host. */
final class InterfaceReader {
    private final Zones zones;
    private final AddressBook book;
    private final String hostFqdn;

    InterfaceReader(Zones zones, AddressBook book, String hostFqdn) {
        this.zones = zones;
        this.book = book;
        this.hostFqdn = hostFqdn;
    }

    /** Reads the unnamed interface that stands in the host's own keys. */
    Interface single(String host, YamlMap map) {
        return read("", host, map, zones.named(map.value("zone")), hostFqdn);
    }

    /** Reads the named interfaces below {@code addresses}; the host's zone holds where one gives none. */
    List<Interface> several(String host, YamlMap map) {
        Optional<Zone> zone = map.optional("zone").map(zones::named);
        YamlMap addresses = map.map("addresses");
        List<Interface> interfaces = new ArrayList<>();
        for (Map.Entry<String, YamlValue> entry : addresses.entries().entrySet()) {
            interfaces.add(named(host, entry.getKey(), entry.getValue(), zone));
        }
        if (interfaces.isEmpty()) {
            map.problem("addresses", "no interface is given; give at least one, like internal: { address: 10.2.0.10 }");
        }
        return interfaces;
    }

    private Interface named(String host, String name, YamlValue value, Optional<Zone> hostZone) {
        checkName(name, value);
        YamlMap map = value.map();
        Zone zone = map.has("zone") || hostZone.isEmpty() ? zones.named(map.value("zone")) : hostZone.get();
        String fqdn = map.optionalRead("fqdn", DnsName::dotted).orElse(hostFqdn);
        Interface read = read(name, host + "/" + name, map, zone, fqdn);
        map.done();
        return read;
    }

    private static void checkName(String name, YamlValue value) {
        try {
            DnsName.label(name);
        } catch (IllegalArgumentException e) {
            value.problem(e.getMessage());
        }
    }

    private Interface read(String name, String label, YamlMap map, Zone zone, String fqdn) {
        List<InetAddress> addresses = addresses(label, map);
        return new Interface(name, zone, addresses, publicAddress(label, map, addresses), fqdn);
    }

    private List<InetAddress> addresses(String label, YamlMap map) {
        if (!map.has("address")) {
            map.missing("address", "no address; give 'address', like 10.1.0.10");
            return List.of();
        }
        List<YamlValue> values = map.oneOrMany("address");
        if (values.isEmpty()) {
            map.problem("address", "no address; give at least one, like 10.1.0.10");
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (YamlValue value : values) {
            value.read(IpLiteral::parse).ifPresent(address -> {
                book.enter(address, "address of " + label, value);
                addresses.add(address);
            });
        }
        return addresses;
    }

    private Optional<InetAddress> publicAddress(String label, YamlMap map, List<InetAddress> own) {
        Optional<InetAddress> seen = map.optionalRead("public", IpLiteral::parse);
        seen.ifPresent(address -> {
            book.enter(address, "public address of " + label, map.value("public"));
            long translated = own.stream()
                    .filter(one -> one.getClass() == address.getClass())
                    .count();
            if (translated != 1 && !own.isEmpty()) {
                map.problem(
                        "public",
                        "stands for one address of its family, and the interface has " + translated
                                + "; name an interface for each");
            }
        });
        return seen;
    }
}
