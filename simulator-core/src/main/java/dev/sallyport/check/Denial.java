package dev.sallyport.check;

import java.util.List;
import java.util.Optional;

/**
 * Why a flow must be closed, and which controls of the plan make its silence mean something.
 *
 * <p>Silence alone proves nothing: the listener may be dead, the path down, our source shunned. So another host of the
 * far end's zone reaches the same endpoint, and permitted flows of the same transport from the same address run to the
 * same zone, before the denied one and after it.
 *
 * @param beside what it stands beside: {@code SRV-03 (the port below)}; empty for a row that the site excludes
 * @param neighbour id of the control by which a neighbour reaches the endpoint; empty where the zone has no other host
 * @param along ids of the controls that run along the same path; none where nothing is permitted there
 */
public record Denial(String beside, Optional<String> neighbour, List<String> along) {

    /** Keeps its own copy. */
    public Denial {
        along = List.copyOf(along);
    }
}
