package dev.sallyport.check;

import java.time.Duration;
import java.util.List;

/**
 * How long flows of a check stand silent, each for one age and with one end to speak first after it, all at the same
 * time.
 *
 * @param ages in rising order
 * @param keepAlive how long the protocol itself stays silent at most: what dies only after longer is none the worse for it
 */
public record Idle(List<Duration> ages, Duration keepAlive) {

    /** Keeps its own copy. */
    public Idle {
        ages = List.copyOf(ages);
    }

    /** Returns the ages for which each end must find the flow alive: those within the keep-alive interval. */
    List<Duration> owed() {
        return ages.stream().filter(age -> age.compareTo(keepAlive) <= 0).toList();
    }
}
