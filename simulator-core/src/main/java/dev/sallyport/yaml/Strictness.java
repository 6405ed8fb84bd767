package dev.sallyport.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What no file of ours may contain, whoever reads it: a key twice, a key that is no text, a tag. */
final class Strictness {
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    // By identity: an alias shows one node in several places, or within itself.
    private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    void visit(Node node, Place place) {
        if (!visited.add(node)) {
            return;
        }
        if (!PLAIN.contains(node.getTag())) {
            place.problem(YamlValue.line(node), "the tag " + node.getTag() + " has no meaning here; leave it out");
        }
        if (node instanceof MappingNode) {
            entries(((MappingNode) node).getValue(), place);
        } else if (node instanceof SequenceNode) {
            items(((SequenceNode) node).getValue(), place);
        }
    }

    private void items(List<Node> items, Place place) {
        for (int i = 0; i < items.size(); i++) {
            visit(items.get(i), place.item(i));
        }
    }

    private void entries(List<NodeTuple> entries, Place place) {
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple entry : entries) {
            if (entry.getKeyNode() instanceof ScalarNode) {
                entry(((ScalarNode) entry.getKeyNode()), entry.getValueNode(), lines, place);
            } else {
                place.problem(YamlValue.line(entry.getKeyNode()), "a key must be text; a list or a map cannot be one");
            }
        }
    }

    private void entry(ScalarNode key, Node value, Map<String, Integer> lines, Place place) {
        Place child = place.child(key.getValue());
        Integer earlier = lines.putIfAbsent(key.getValue(), YamlValue.line(key));
        if (earlier != null) {
            child.problem(YamlValue.line(key), "given a second time (first in line " + earlier + "); keep one");
        }
        visit(value, child);
    }
}
