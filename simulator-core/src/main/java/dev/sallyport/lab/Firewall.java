package dev.sallyport.lab;

import java.util.List;

/**
 * A firewall that findings name.
 *
 * @param first one of the two zones it stands between
 * @param second the other
 * @param masquerades the NAT declared for it; the zones need not be its neighbours
 */
public record Firewall(String name, Zone first, Zone second, List<Masquerade> masquerades) {
    /** Keeps its own copy of the list. */
    public Firewall {
        masquerades = List.copyOf(masquerades);
    }

    /** Returns whether it stands between the two zones, in either order. */
    public boolean between(Zone one, Zone other) {
        return first.equals(one) && second.equals(other) || first.equals(other) && second.equals(one);
    }
}
