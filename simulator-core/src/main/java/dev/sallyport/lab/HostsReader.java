package dev.sallyport.lab;

import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the hosts of a lab file. */
final class HostsReader {
    private final String domain;
    private final Zones zones;
    private final Vocabulary vocabulary;
    private final AddressBook addresses;
    private final NameBook names;

    HostsReader(String domain, Zones zones, Vocabulary vocabulary, AddressBook addresses) {
        this.domain = domain;
        this.zones = zones;
        this.vocabulary = vocabulary;
        this.addresses = addresses;
        this.names = new NameBook(domain);
    }

    List<Host> read(YamlMap file) {
        YamlMap map = file.map("hosts");
        List<Host> hosts = new ArrayList<>();
        for (Map.Entry<String, YamlValue> entry : map.entries().entrySet()) {
            hosts.add(host(entry.getKey(), entry.getValue()));
        }
        if (hosts.isEmpty() && file.has("hosts")) {
            map.problem("no host is given; give at least two that talk to each other");
        }
        names.pools();
        return hosts;
    }

    private Host host(String name, YamlValue value) {
        Optional<String> label = checked(name, value);
        YamlMap map = value.map();
        String fqdn = map.optionalRead("fqdn", DnsName::dotted)
                .orElseGet(() -> (name + "." + domain).toLowerCase(Locale.ROOT));
        Optional<String> pool = map.optionalRead("pool", DnsName::label);
        List<String> roles = value.isMap() ? roles(map) : List.of();
        List<Interface> interfaces = value.isMap() ? interfaces(name, fqdn, map) : List.of();
        map.done();
        Host host = new Host(name, pool, roles, vocabulary.traitsOf(roles), interfaces, fqdn);
        label.ifPresent(valid -> names.enter(host, map));
        return host;
    }

    private static Optional<String> checked(String name, YamlValue value) {
        try {
            return Optional.of(DnsName.label(name));
        } catch (IllegalArgumentException e) {
            value.problem(e.getMessage());
            return Optional.empty();
        }
    }

    private List<String> roles(YamlMap host) {
        if (!host.has("roles")) {
            host.missing("roles", "no role; give 'roles', like [front-end]");
            return List.of();
        }
        Set<String> roles = new LinkedHashSet<>();
        for (YamlValue role : host.oneOrMany("roles")) {
            String name = vocabulary.isAny() ? role.text() : role.known("role", vocabulary.sortedRoles());
            if (!roles.add(name)) {
                role.problem("the role '" + name + "' is given twice; keep one");
            }
        }
        if (roles.isEmpty()) {
            host.problem("roles", "no role; give at least one, like [front-end]");
        }
        return List.copyOf(roles);
    }

    private List<Interface> interfaces(String name, String fqdn, YamlMap host) {
        InterfaceReader reader = new InterfaceReader(zones, addresses, fqdn);
        if (!host.has("addresses")) {
            return List.of(reader.single(name, host));
        }
        if (host.has("address")) {
            host.problem(
                    "addresses", "'address' is given too; keep 'address' for one interface, 'addresses' for several");
        }
        if (host.has("public")) {
            host.problem("public", "belongs to one interface; move it below 'addresses'");
        }
        return reader.several(name, host);
    }
}
