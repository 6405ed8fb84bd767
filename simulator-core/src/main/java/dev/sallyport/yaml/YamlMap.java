package dev.sallyport.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A map of a file, read by asking for its keys. It remembers what was asked for, and {@link #done()} reports the rest.
 * A required key that is missing adds a problem; the neutral value returned then adds no further ones.
 */
public final class YamlMap {
    private final int line;
    private final Place place;
    private final Map<String, YamlValue> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Problem> missing = new LinkedHashMap<>();

    YamlMap(List<NodeTuple> entries, int line, Place place) {
        this.line = line;
        this.place = place;
        entries.forEach(this::enter);
    }

    private void enter(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode) {
            ScalarNode key = (ScalarNode) entry.getKeyNode();
            YamlValue value = new YamlValue(entry.getValueNode(), YamlValue.line(key), place.child(key.getValue()));
            // The first of a doubled key stands; Strictness has reported the second.
            entries.putIfAbsent(key.getValue(), value);
        }
    }

    /** Returns the file this map stands in, as problems name it. */
    public String file() {
        return place.file();
    }

    /** Returns the line of this map's key, or where it begins in a list, from 1. */
    public int line() {
        return line;
    }

    /** Returns the path of keys to this map: {@code hosts.fe1}. */
    public String key() {
        return place.key();
    }

    /** Adds a problem with the map as a whole. */
    public void problem(String message) {
        place.problem(line, message);
    }

    /** Adds a problem with one key, at its line; at the map's line where the key is missing. */
    public void problem(String key, String message) {
        place.child(key).problem(entries.containsKey(key) ? entries.get(key).line() : line, message);
    }

    /** Adds the problem that a key is missing; {@link #done()} withdraws it where the key is only misspelt. */
    public void missing(String key, String message) {
        Problem problem = new Problem(file(), line, key(), message);
        missing.put(key, problem);
        place.problems().add(problem);
    }

    /** Returns whether the key is there. */
    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** Returns the line a key stands in; the map's line where the key is missing. */
    public int lineOf(String key) {
        return has(key) ? entries.get(key).line() : line;
    }

    /** Returns the value of a key that must be there. */
    public YamlValue value(String key) {
        if (has(key)) {
            return entries.get(key);
        }
        missing(key, "the key '" + key + "' is missing");
        return YamlValue.none(line, place.child(key));
    }

    /** Returns the value of a key that may be there. */
    public Optional<YamlValue> optional(String key) {
        return has(key) ? Optional.of(entries.get(key)) : Optional.empty();
    }

    /** Returns all keys with their values in the file's order: for maps whose keys are the user's names. */
    public Map<String, YamlValue> entries() {
        asked.addAll(entries.keySet());
        return Collections.unmodifiableMap(entries);
    }

    /** Returns a text that must be there. */
    public String text(String key) {
        return value(key).text();
    }

    /** Returns a text that may be there. */
    public Optional<String> optionalText(String key) {
        return optional(key).map(YamlValue::text);
    }

    /** Returns a whole number that must be there. */
    public int integer(String key) {
        return value(key).integer();
    }

    /** Returns a whole number that may be there. */
    public OptionalInt optionalInteger(String key) {
        return optional(key).map(value -> OptionalInt.of(value.integer())).orElse(OptionalInt.empty());
    }

    /** Returns a flag that may be there. */
    public boolean flag(String key, boolean otherwise) {
        return optional(key).map(YamlValue::flag).orElse(otherwise);
    }

    /** Returns a text that must be there and be one of the allowed. */
    public String oneOf(String key, String... allowed) {
        return value(key).oneOf(allowed);
    }

    /** Returns a text that may be there and must then be one of the allowed. */
    public Optional<String> optionalOneOf(String key, String... allowed) {
        return optional(key).map(value -> value.oneOf(allowed));
    }

    /** Returns the converted text of a key that must be there; empty after any problem. */
    public <T> Optional<T> read(String key, Function<String, T> conversion) {
        return value(key).read(conversion);
    }

    /** Returns the converted text of a key that may be there. */
    public <T> Optional<T> optionalRead(String key, Function<String, T> conversion) {
        return optional(key).flatMap(value -> value.read(conversion));
    }

    /** Returns a map that must be there. */
    public YamlMap map(String key) {
        return value(key).map();
    }

    /** Returns a map that may be there. */
    public Optional<YamlMap> optionalMap(String key) {
        return optional(key).map(YamlValue::map);
    }

    /** Returns the items of a list that must be there. */
    public List<YamlValue> list(String key) {
        return value(key).list();
    }

    /** Returns the items of a list that may be there; none where it is not. */
    public List<YamlValue> optionalList(String key) {
        return optional(key).map(YamlValue::list).orElse(List.of());
    }

    /** Returns the items of a key that must be there, whose value is one item or a list of them. */
    public List<YamlValue> oneOrMany(String key) {
        return has(key) ? value(key).oneOrMany() : value(key).list();
    }

    /** Returns the items of a key that may be there, whose value is one item or a list of them. */
    public List<YamlValue> optionalOneOrMany(String key) {
        return optional(key).map(YamlValue::oneOrMany).orElse(List.of());
    }

    /** Ends the reading: every key that nobody asked for is a problem. */
    public void done() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                unknown(key);
            }
        }
    }

    /** A key misspelt is one mistake, not two. */
    private void unknown(String key) {
        problem(key, DidYouMean.unknown("key", key, asked));
        DidYouMean.nearest(key, missing.keySet()).map(missing::remove).ifPresent(place.problems()::withdraw);
    }
}
