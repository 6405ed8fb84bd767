package dev.sallyport.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What both ends observed of one check at one port, joined attempt by attempt.
 *
 * @param near why the initiator's side is incomplete; empty where it is whole
 * @param meetings each attempt, with what the far end saw of it
 * @param far the far end's side; where that is a load balancer, its own
 * @param behind the sides of the hosts to which a load balancer passes the check on, by their names
 */
public record Evidence(Optional<String> near, List<Meeting> meetings, FarEnd far, Map<String, FarEnd> behind) {

    /** Keeps its own copies. */
    public Evidence {
        meetings = List.copyOf(meetings);
        behind = Map.copyOf(behind);
    }

    /** The evidence of a check that nobody passes on. */
    public Evidence(Optional<String> near, List<Meeting> meetings, FarEnd far) {
        this(near, meetings, far, Map.of());
    }

    /** Returns the same without what was kept of the bytes. */
    public Evidence summed() {
        return new Evidence(near, meetings.stream().map(Meeting::summed).toList(), far, behind);
    }

    /**
     * An attempt and its counterpart.
     *
     * @param near the attempt as the initiator saw it
     * @param via what the load balancer that was dialled saw of it; empty where it saw nothing, or none was dialled
     * @param far what the end that answers saw of it: the dialled one, or the one to which it was passed on; empty where
     *     it saw nothing
     * @param astray where else it was seen; empty where nowhere
     * @param ambiguous why the two ends could not be joined for certain; empty where they could
     */
    public record Meeting(
            Contact near,
            Optional<Contact> via,
            Optional<Contact> far,
            Optional<Astray> astray,
            Optional<String> ambiguous) {

        /** A meeting without anybody between. */
        public Meeting(Contact near, Optional<Contact> far, Optional<Astray> astray, Optional<String> ambiguous) {
            this(near, Optional.empty(), far, astray, ambiguous);
        }

        Meeting summed() {
            return new Meeting(
                    near.summed(),
                    via.map(Contact::summed),
                    far.map(Contact::summed),
                    astray.map(elsewhere ->
                            new Astray(elsewhere.host(), elsewhere.contact().summed())),
                    ambiguous);
        }

        /** Returns what the dialled endpoint saw of it: the load balancer, or the far end itself. */
        public Optional<Contact> dialled() {
            return via.or(() -> far);
        }

        /** Tells whether the dialled far end saw anything of the attempt. */
        public boolean arrived() {
            return dialled().isPresent();
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
