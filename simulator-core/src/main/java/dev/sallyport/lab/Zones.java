package dev.sallyport.lab;

import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The zones a lab file declares, and the reading of their names elsewhere in it. */
record Zones(List<Zone> all) {
    /** Stands for a name that is already reported, so that nothing more is said of it. */
    static final Zone UNKNOWN = new Zone("");

    static Zones read(YamlMap file) {
        Set<Zone> zones = new LinkedHashSet<>();
        List<YamlValue> names = file.list("zones");
        for (YamlValue name : names) {
            name.read(DnsName::label)
                    .map(Zone::new)
                    .filter(zone -> !zones.add(zone))
                    .ifPresent(zone -> name.problem("zone '" + zone + "' is given twice; keep one"));
        }
        file.optional("zones")
                .filter(value -> value.isList() && names.isEmpty())
                .ifPresent(value -> value.problem("no zone is given; give at least one"));
        return new Zones(List.copyOf(zones));
    }

    /** Reads the name of a zone; one that is not declared is a problem. */
    Zone named(YamlValue name) {
        String known = name.known("zone", all.stream().map(Zone::name).toList());
        return all.stream()
                .filter(zone -> zone.name().equals(known))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
