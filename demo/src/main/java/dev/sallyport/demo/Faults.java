package dev.sallyport.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Every fault that can be planted.
 *
 * @param all in the file's order
 * @param shown those that the demo plants
 */
public record Faults(List<Fault> all, List<Fault> shown) {

    /** Seeds beside one another begin alike (2^64 by the golden ratio, odd). */
    private static final long FAR_APART = 0x9E37_79B9_7F4A_7C15L;

    /** Keeps its own copies. */
    public Faults {
        all = List.copyOf(all);
        shown = List.copyOf(shown);
    }

    /** Reads those that come with the demo. */
    public static Faults builtIn() {
        return FaultFile.read("faults.yaml", DemoFiles.faults());
    }

    /** Returns those that can be planted on this machine. */
    public Faults possibleHere() {
        return possible(KernelModules::has);
    }

    /** Returns those that need no module, or one that is there. */
    Faults possible(Predicate<String> module) {
        Predicate<Fault> possible = fault -> fault.module().stream().allMatch(module);
        return new Faults(
                all.stream().filter(possible).toList(),
                shown.stream().filter(possible).toList());
    }

    /** Draws some that do not hide each other; the same ones for the same seed, on every machine. */
    public List<Fault> drawn(long seed, int count) {
        List<Fault> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed * FAR_APART));
        List<Fault> drawn = new ArrayList<>();
        for (Fault fault : shuffled) {
            if (drawn.size() < count && drawn.stream().noneMatch(fault::hides)) {
                drawn.add(fault);
            }
        }
        return drawn;
    }
}
