package dev.sallyport.check;

import java.util.List;

/**
 * A permitted flow that was tried for the sake of denied ones, and what both ends observed of it.
 *
 * @param evidence one for each of the check's ports, in its order
 */
public record Control(Check check, List<Evidence> evidence) {

    /** Keeps its own copy. */
    public Control {
        evidence = List.copyOf(evidence);
    }

    /** Returns what was observed at a port; nothing was where the control does not try it. */
    List<Evidence.Meeting> at(int port) {
        int index = check.ports().indexOf(port);
        return index < 0 ? List.of() : evidence.get(index).meetings();
    }

    /** Returns what was observed, whatever the port. */
    public List<Evidence.Meeting> meetings() {
        return evidence.stream().flatMap(each -> each.meetings().stream()).toList();
    }
}
