package dev.sallyport.exchange;

import java.util.Optional;

/**
 * What one end has seen of the media that came to it (RFC 3550 §6.4.1).
 *
 * @param received packets that came, those that came twice counted twice
 * @param lost packets that should have come before the last that did; negative where some came twice
 * @param jitterMillis how much the time between packets varies, as the RFC smooths it, in milliseconds
 * @param told what the other end said of the media that this end sent; empty where it said nothing
 */
public record StreamSeen(int received, int lost, double jitterMillis, Optional<Told> told) {

    /**
     * The other end's report on what this end sent.
     *
     * @param lost as above
     * @param jitterMillis as above
     */
    public record Told(int lost, double jitterMillis) {}
}
