package dev.sallyport.check;

import java.util.List;
import java.util.Optional;

/**
 * The controls of a denied flow, as the run saw them.
 *
 * @param neighbour how another host of the far end's zone reached the endpoint; empty where none was to try
 * @param along permitted flows along the same path
 */
public record Proof(Optional<Control> neighbour, List<Control> along) {

    /** Keeps its own copy. */
    public Proof {
        along = List.copyOf(along);
    }

    /** No controls at all: that of an allowed flow, which proves itself. */
    public static Proof none() {
        return new Proof(Optional.empty(), List.of());
    }
}
