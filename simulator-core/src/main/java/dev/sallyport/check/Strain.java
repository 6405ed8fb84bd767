package dev.sallyport.check;

import java.util.Optional;

/**
 * What is asked of a flow beyond its exchange.
 *
 * @param idle how long it stands silent; not at all where empty
 * @param hold how long it is kept busy after its exchange; not at all where empty
 * @param bounds what it may suffer
 */
public record Strain(Optional<Idle> idle, Optional<Hold> hold, Bounds bounds) {

    /** Returns what is asked of most flows: nothing. */
    public static Strain none() {
        return new Strain(Optional.empty(), Optional.empty(), Bounds.none());
    }

    /** Returns what is asked of a flow that is kept busy, or bounded, or both. */
    public static Strain of(Optional<Hold> hold, Bounds bounds) {
        return new Strain(Optional.empty(), hold, bounds);
    }

    /** Returns what is asked of a flow that stands silent. */
    public static Strain silent(Idle idle) {
        return new Strain(Optional.of(idle), Optional.empty(), Bounds.none());
    }
}
