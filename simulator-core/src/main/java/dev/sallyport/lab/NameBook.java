package dev.sallyport.lab;

import dev.sallyport.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who has which full name, and which hosts form a pool, so that no name stands for two. */
final class NameBook {
    private record Entry(Host host, YamlMap map) {}

    private final String domain;
    private final Map<String, Entry> owners = new HashMap<>();
    private final Map<String, List<Entry>> pools = new LinkedHashMap<>();

    NameBook(String domain) {
        this.domain = domain;
    }

    void enter(Host host, YamlMap map) {
        Entry entry = new Entry(host, map);
        for (String fqdn : host.fqdns()) {
            Entry earlier = owners.putIfAbsent(fqdn, entry);
            if (earlier != null) {
                map.problem(
                        "fqdn",
                        "%s is already the name of %s (line %d); every name stands for one host"
                                .formatted(
                                        fqdn,
                                        earlier.host().name(),
                                        earlier.map().line()));
            }
        }
        host.pool().ifPresent(pool -> pools.computeIfAbsent(pool, name -> new ArrayList<>())
                .add(entry));
    }

    /** Holds the pools against the hosts, once all are entered. */
    void pools() {
        pools.forEach((pool, members) -> {
            zonesDiffer(pool, members);
            nameTaken(pool, members);
        });
    }

    private static void zonesDiffer(String pool, List<Entry> members) {
        Entry first = members.get(0);
        for (Entry other : members.subList(1, members.size())) {
            if (isKnown(first) && isKnown(other) && !zones(first).equals(zones(other))) {
                other.map()
                        .problem(
                                "pool",
                                "pool '%s' stands in %s (%s, line %d), this host in %s; a pool stands in one place"
                                        .formatted(
                                                pool,
                                                text(first),
                                                first.host().name(),
                                                first.map().line(),
                                                text(other)));
            }
        }
    }

    /** A pool of one may be named like its only member, as a Standard Edition server is. */
    private void nameTaken(String pool, List<Entry> members) {
        String fqdn = (pool + "." + domain).toLowerCase(Locale.ROOT);
        Entry owner = owners.get(fqdn);
        boolean itself = members.size() == 1 && members.get(0) == owner;
        if (owner != null && !itself) {
            members.get(0)
                    .map()
                    .problem(
                            "pool",
                            "%s would be the name of the pool and of %s (line %d); name the pool otherwise"
                                    .formatted(
                                            fqdn,
                                            owner.host().name(),
                                            owner.map().line()));
        }
    }

    private static boolean isKnown(Entry entry) {
        return !zones(entry).contains(Zones.UNKNOWN.name());
    }

    private static Set<String> zones(Entry entry) {
        return entry.host().interfaces().stream()
                .map(one -> one.zone().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Entry entry) {
        return String.join(", ", zones(entry));
    }
}
