package dev.sallyport.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a file, with its place. Asking for what it is not adds a problem and returns something neutral, so that
 * reading goes on: "" for a text, 0 for a number, nothing for a list, a map that stays silent.
 */
public final class YamlValue {
    private final Node node;
    private final int line;
    private final Place place;

    /** Creates a value; the line is that of its key, where people look for it. */
    YamlValue(Node node, int line, Place place) {
        this.node = node;
        this.line = line;
        this.place = place;
    }

    static YamlValue none(int line, Place place) {
        return new YamlValue(new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN), line, place.silent());
    }

    /** Returns the file this value stands in, as problems name it. */
    public String file() {
        return place.file();
    }

    /** Returns the line of this value's key, or where it begins in a list, from 1. */
    public int line() {
        return line;
    }

    /** Returns the path of keys to this value: {@code hosts.fe1.zone}. */
    public String key() {
        return place.key();
    }

    /** Adds a problem with this value. */
    public void problem(String message) {
        place.problem(line, message);
    }

    /** Returns whether this is one text or number, and not empty. */
    public boolean isText() {
        return node instanceof ScalarNode && !isEmpty();
    }

    /** Returns whether this is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Returns whether this is a map. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Returns the text; numbers as they are written. */
    public String text() {
        return text("text").orElse("");
    }

    /** Returns the whole number. */
    public int integer() {
        return integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Returns the whole number, which must be within the bounds, both inclusive. */
    public int integer(int least, int most) {
        String expected = least == Integer.MIN_VALUE ? "a whole number" : "a whole number, " + least + " to " + most;
        return text(expected)
                .flatMap(text -> integer(text, least, most, expected))
                .orElse(0);
    }

    /** Returns {@code true} or {@code false}; nothing else is a flag. */
    public boolean flag() {
        return Boolean.parseBoolean(oneOf("true", "false"));
    }

    /** Returns the text, which must be one of the allowed. */
    public String oneOf(String... allowed) {
        List<String> words = Arrays.asList(allowed);
        String expected = String.join(" | ", words);
        String text = text(expected).orElse("");
        if (isText() && !words.contains(text)) {
            problem("expected " + expected + ", found '" + text + "'" + DidYouMean.suggestion(text, words));
        }
        return text;
    }

    /**
     * Returns the text, which must be a known name.
     *
     * @param noun what it names, for the message: {@code zone}
     */
    public String known(String noun, Collection<String> names) {
        String text = text("a " + noun).orElse("");
        if (isText() && !names.contains(text)) {
            problem(DidYouMean.unknown(noun, text, names));
        }
        return text;
    }

    /** Converts the text; an {@link IllegalArgumentException} of the conversion is a problem with its message. */
    public <T> Optional<T> read(Function<String, T> conversion) {
        return text("text").flatMap(text -> {
            try {
                return Optional.of(conversion.apply(text));
            } catch (IllegalArgumentException e) {
                problem(e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Returns the map. */
    public YamlMap map() {
        if (isMap()) {
            return new YamlMap(((MappingNode) node).getValue(), line, place);
        }
        expected("a map");
        return new YamlMap(List.of(), line, place.silent());
    }

    /** Returns the items of the list. */
    public List<YamlValue> list() {
        if (!isList()) {
            expected("a list");
            return List.of();
        }
        List<YamlValue> items = new ArrayList<>();
        for (Node item : ((SequenceNode) node).getValue()) {
            items.add(new YamlValue(item, line(item), place.item(items.size())));
        }
        return items;
    }

    /** Returns the items of the list, or this value as the only one. */
    public List<YamlValue> oneOrMany() {
        return isList() ? list() : List.of(this);
    }

    /** Says that this is not what was expected. */
    public void expected(String what) {
        problem("expected " + what + ", found " + found() + advice());
    }

    private Optional<String> text(String expected) {
        if (isText()) {
            return Optional.of(((ScalarNode) node).getValue());
        }
        expected(expected);
        return Optional.empty();
    }

    private Optional<Integer> integer(String text, int least, int most, String expected) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Said below, in the file's terms.
        }
        expected(expected);
        return Optional.empty();
    }

    private boolean isEmpty() {
        return node.getTag().equals(Tag.NULL) || ((ScalarNode) node).getValue().isEmpty();
    }

    private String found() {
        if (isMap()) {
            return "a map";
        }
        if (isList()) {
            return "a list";
        }
        return isEmpty() ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
    }

    private String advice() {
        if (isMap()) {
            // [fd00::] reads as a map from "fd00:" to nothing.
            return ((MappingNode) node)
                    .getValue().stream()
                            .map(NodeTuple::getKeyNode)
                            .filter(ScalarNode.class::isInstance)
                            .map(key -> SyntaxError.unquotedIpv6(((ScalarNode) key).getValue() + ":"))
                            .collect(Collectors.joining());
        }
        return node instanceof ScalarNode && isEmpty() ? "; write it, or leave the key out" : "";
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
