package dev.sallyport.check;

import java.util.List;
import java.util.Optional;

/**
 * What both ends observed of one check at one port, joined attempt by attempt.
 *
 * @param near why the initiator's side is incomplete; empty where it is whole
 * @param meetings each attempt, with what the far end saw of it
 * @param far the far end's side
 */
public record Evidence(Optional<String> near, List<Meeting> meetings, FarEnd far) {

    /** Keeps its own copy. */
    public Evidence {
        meetings = List.copyOf(meetings);
    }

    /**
     * An attempt and its counterpart.
     *
     * @param near the attempt as the initiator saw it
     * @param far what the dialled endpoint saw of it; empty where it saw nothing
     * @param astray where else it was seen; empty where nowhere
     * @param ambiguous why the two ends could not be joined for certain; empty where they could
     */
    public record Meeting(Contact near, Optional<Contact> far, Optional<Astray> astray, Optional<String> ambiguous) {

        /** Tells whether the dialled far end saw anything of the attempt. */
        public boolean arrived() {
            return far.isPresent();
        }
    }

    /** An attempt that was seen at another place than the one dialled. */
    public record Astray(String host, Contact contact) {}

    /**
     * The far end's side of a check.
     *
     * @param reported whether the far end told what it saw; false makes the verdict one-sided
     * @param listening its endpoint; empty where it did not report it
     * @param trouble why its observation is incomplete; empty where it is whole
     * @param shown whether another attempt of this run completed there
     */
    public record FarEnd(boolean reported, Optional<Listening> listening, Optional<String> trouble, boolean shown) {}
}
