package dev.sallyport.roles;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a role file says of one thing accepted. A reading says again what differs; {@code on} and {@code when} may
 * also stand once for the whole file.
 */
final class EntryReader {
    private static final Pattern EXCHANGE = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");

    private final YamlMap file;
    private final YamlMap entry;
    private final YamlMap said;
    private final Names names;

    private EntryReader(YamlMap file, YamlMap entry, YamlMap said, Names names) {
        this.file = file;
        this.entry = entry;
        this.said = said;
        this.names = names;
    }

    /** Reads an item of {@code accepts}. */
    static Entry entry(YamlMap file, YamlMap entry, Names names) {
        EntryReader plain = new EntryReader(file, entry, entry, names);
        List<Reading> readings = plain.readings();
        Entry read =
                readings.isEmpty() ? plain.entry() : readings.get(0).entry().reading(readings);
        entry.done();
        return read;
    }

    /** Reads an item of {@code elsewhere}. */
    static Elsewhere elsewhere(YamlMap file, YamlMap entry, Names names) {
        EntryReader reader = new EntryReader(file, entry, entry, names);
        Elsewhere read = new Elsewhere(
                entry.oneOrMany("rows").stream().map(YamlValue::text).toList(),
                reader.on(),
                Words.transports(entry.oneOrMany("transport")),
                Words.ports(entry),
                reader.from(),
                entry.text("about"));
        entry.done();
        return read;
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        Map<String, YamlValue> named =
                entry.optionalMap("readings").map(YamlMap::entries).orElse(Map.of());
        named.forEach((name, value) -> readings.add(reading(name, value.map())));
        return readings;
    }

    private Reading reading(String name, YamlMap map) {
        Entry read = new EntryReader(file, entry, map, names).entry();
        Reading reading = new Reading(name, map.text("about"), read);
        map.done();
        return reading;
    }

    private Entry entry() {
        Printed printed = printed();
        return new Entry(
                rows(),
                on(),
                entry.text("service"),
                transports(printed),
                Words.ports(saying("port", "ports")),
                sourcePorts(),
                printed,
                security(),
                from(),
                scope(),
                saying("dials").optionalOneOf("dials", "public").isPresent(),
                exchange(),
                when(),
                entry.optionalText("note").orElse(""),
                List.of());
    }

    private List<String> rows() {
        List<YamlValue> rows = entry.oneOrMany("rows");
        if (entry.has("rows") && rows.isEmpty()) {
            entry.problem("rows", "names no row; every entry stands for one at least");
        }
        return rows.stream().map(names::row).toList();
    }

    private List<RoleAt> on() {
        YamlMap map = saying("on", "interface");
        List<RoleAt> roles = new ArrayList<>();
        for (YamlValue value : map.has("on") ? map.oneOrMany("on") : inherited()) {
            roles.add(at(map, value));
        }
        return roles;
    }

    private List<YamlValue> inherited() {
        YamlMap map = entry.has("on") ? entry : file;
        if (map.has("on")) {
            return map.oneOrMany("on");
        }
        if (file.has("role")) {
            return List.of(file.value("role"));
        }
        entry.problem("the key 'on' is missing; a file without 'role' says for each entry which roles accept it");
        return List.of();
    }

    private RoleAt at(YamlMap map, YamlValue role) {
        if (!map.has("interface")) {
            return names.roleAt(role);
        }
        YamlValue network = map.value("interface");
        RoleAt at = new RoleAt(role.text(), network.text());
        names.check(network, at);
        return at;
    }

    private Printed printed() {
        Optional<YamlMap> map = saying("printed").optionalMap("printed");
        Printed printed = map.map(EntryReader::printed).orElse(Printed.NOTHING);
        map.ifPresent(YamlMap::done);
        return printed;
    }

    private static Printed printed(YamlMap map) {
        return new Printed(
                Words.transports(map.oneOrMany("transport")),
                Words.security(map.optionalOneOrMany("security")),
                map.optionalOneOf("from", "any").isPresent(),
                map.optionalOneOf("to", "any").isPresent());
    }

    /** What is printed is spoken, unless the entry says otherwise. */
    private Set<Transport> transports(Printed printed) {
        YamlMap map = saying("transport");
        boolean asPrinted = !map.has("transport") && entry.has("printed");
        return asPrinted ? printed.transports() : Words.transports(map.oneOrMany("transport"));
    }

    private Optional<PortRange> sourcePorts() {
        return saying("source-ports").optionalRead("source-ports", PortRange::parse);
    }

    private Security security() {
        return Words.security(saying("security").value("security")).orElse(Security.NONE);
    }

    private List<RoleAt> from() {
        List<YamlValue> from = saying("from").oneOrMany("from");
        return from.stream().map(names::roleAt).toList();
    }

    private Scope scope() {
        return saying("scope").optional("scope").flatMap(Words::scope).orElse(Scope.ANY);
    }

    private String exchange() {
        YamlValue value = saying("exchange").value("exchange");
        String exchange = value.text();
        if (value.isText() && !EXCHANGE.matcher(exchange).matches()) {
            value.problem("'" + exchange + "' is no exchange: write PROTOCOL/NAME, as sip/options");
        }
        return exchange;
    }

    private When when() {
        YamlMap map = saying("when").has("when") ? saying("when") : file;
        Optional<YamlValue> value = map.optional("when");
        When when = value.flatMap(text -> text.read(When::parse)).orElse(When.ALWAYS);
        value.ifPresent(text -> names.role(text, when.role()));
        return when;
    }

    /** Returns the reading's map where it has one of the keys, the entry's otherwise; no key of either is unknown. */
    private YamlMap saying(String... keys) {
        boolean has = false;
        for (String key : keys) {
            has |= said.has(key);
            entry.has(key);
        }
        return has ? said : entry;
    }
}
