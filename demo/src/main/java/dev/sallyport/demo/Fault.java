package dev.sallyport.demo;

import dev.sallyport.check.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something wrong with the demo's firewall, and what it must change.
 *
 * @param name {@code nats-crossed}
 * @param about what is wrong, in words
 * @param edits what makes it of the faultless rules
 * @param module the kernel's module without which it changes nothing; empty where it needs none
 * @param touches the ids of exactly those checks that must fail by it, each with its verdict
 */
public record Fault(
        String name, String about, List<Edit> edits, Optional<String> module, Map<String, Verdict> touches) {

    /**
     * Other rules in the place of one.
     *
     * @param rule as it stands in the rule base, without its comment
     * @param by in its place; none where the rule is taken out
     */
    public record Edit(String rule, List<String> by) {

        /** Keeps its own copy. */
        public Edit {
            by = List.copyOf(by);
        }
    }

    /** Keeps its own copies, in their order. */
    public Fault {
        edits = List.copyOf(edits);
        touches = Collections.unmodifiableMap(new LinkedHashMap<>(touches));
    }

    /** Tells whether two faults touch the same check, so that the verdict of one hides the other. */
    boolean hides(Fault other) {
        return touches.keySet().stream().anyMatch(other.touches::containsKey);
    }
}
