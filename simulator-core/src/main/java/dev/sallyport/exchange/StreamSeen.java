package dev.sallyport.exchange;

import java.util.Optional;

/**
 * What one end has seen of the media that came to it (RFC 3550 §6.4.1).
 *
 * @param received packets that came, those that came twice counted twice
 * @param lost packets that should have come before the last that did; negative where some came twice
 * @param jitterMillis how much the time between packets varies, as the RFC smooths it, in milliseconds
 * @param stoodMillis how long this end itself stood still at most meanwhile, so that packets waited for it
 * @param told what the other end said of the media that this end sent; empty where it said nothing
 */
public record StreamSeen(int received, int lost, double jitterMillis, double stoodMillis, Optional<Told> told) {

    /** What an end has seen that never stood still. */
    public StreamSeen(int received, int lost, double jitterMillis, Optional<Told> told) {
        this(received, lost, jitterMillis, 0, told);
    }

    /** Returns the same, seen by an end that stood still so long. */
    public StreamSeen standing(double millis) {
        return new StreamSeen(received, lost, jitterMillis, millis, told);
    }

    /**
     * The other end's report on what this end sent.
     *
     * @param lost as above
     * @param jitterMillis as above
     */
    public record Told(int lost, double jitterMillis) {}
}
