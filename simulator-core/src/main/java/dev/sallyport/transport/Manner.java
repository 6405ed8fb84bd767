package dev.sallyport.transport;

import dev.sallyport.check.Idle;
import dev.sallyport.check.Silence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one attempt does otherwise than the check's others.
 *
 * @param limit the largest IP packet to be sent either way; empty where the system decides
 * @param silence how it stands silent after its exchange; empty where it does not
 * @param measured whether its media is measured
 */
record Manner(Optional<Integer> limit, Optional<Silence> silence, boolean measured) {

    static final Manner PLAIN = new Manner(Optional.empty(), Optional.empty(), false);

    static final Manner MEASURED = new Manner(Optional.empty(), Optional.empty(), true);

    static Manner keepingTo(int bytes) {
        return new Manner(Optional.of(bytes), Optional.empty(), false);
    }

    static Manner silent(Silence how) {
        return new Manner(Optional.empty(), Optional.of(how), false);
    }

    /** Every age, for each end to speak first after it. */
    static List<Manner> of(Idle idle) {
        return idle.ages().stream()
                .flatMap(age -> Stream.of(new Silence(age, false), new Silence(age, true)))
                .map(Manner::silent)
                .toList();
    }
}
