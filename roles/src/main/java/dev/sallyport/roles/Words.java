package dev.sallyport.roles;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Trait;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The words that role files and the table of rows share. */
final class Words {
    // Stands in for a port that could not be read; the problem is reported.
    private static final PortRange UNREADABLE = PortRange.of(0);

    private Words() {}

    /** Returns an own copy that always goes in the order of the words, so that plans are stable. */
    static <T extends Comparable<T>> Set<T> inOrder(Set<T> words) {
        return Collections.unmodifiableSet(new TreeSet<>(words));
    }

    static Set<Transport> transports(List<YamlValue> values) {
        Set<Transport> found = EnumSet.noneOf(Transport.class);
        values.forEach(value -> word(value, Transport.values(), Transport::text).ifPresent(found::add));
        return found;
    }

    static Set<Security> security(List<YamlValue> values) {
        Set<Security> found = EnumSet.noneOf(Security.class);
        values.forEach(value -> security(value).ifPresent(found::add));
        return found;
    }

    static Set<Trait> traits(List<YamlValue> values) {
        Set<Trait> found = EnumSet.noneOf(Trait.class);
        values.forEach(value -> word(value, Trait.values(), Trait::text).ifPresent(found::add));
        return found;
    }

    static Optional<Security> security(YamlValue value) {
        return word(value, Security.values(), Security::text);
    }

    static Optional<Scope> scope(YamlValue value) {
        return word(value, Scope.values(), Scope::text);
    }

    /** Reads {@code port: 5061} or {@code ports: 49152-57500}; one of the two must be there. */
    static PortRange ports(YamlMap map) {
        if (map.has("port") && map.has("ports")) {
            map.problem("ports", "given beside 'port'; keep one of the two");
        }
        if (map.has("port")) {
            return PortRange.of(map.value("port").integer(1, 65_535));
        }
        if (map.has("ports")) {
            return map.read("ports", PortRange::parse).orElse(UNREADABLE);
        }
        map.problem("the key 'port' is missing; write it, or 'ports' for a range");
        return UNREADABLE;
    }

    private static <T> Optional<T> word(YamlValue value, T[] all, Function<T, String> text) {
        String given = value.oneOf(Arrays.stream(all).map(text).toArray(String[]::new));
        return Arrays.stream(all).filter(each -> text.apply(each).equals(given)).findFirst();
    }
}
