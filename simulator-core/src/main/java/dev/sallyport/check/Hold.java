package dev.sallyport.check;

import java.time.Duration;

/**
 * How long and with how much an allowed flow is kept busy, for firewalls that decide late.
 *
 * @param time how long
 * @param bytes how much in all
 */
public record Hold(Duration time, long bytes) {}
