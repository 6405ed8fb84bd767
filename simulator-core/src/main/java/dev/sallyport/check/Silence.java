package dev.sallyport.check;

import java.time.Duration;

/**
 * How an attempt stood silent, after its exchange had run to its goal.
 *
 * @param age how long
 * @param farFirst whether the far end was to speak first after it; otherwise the near end was. A firewall may have
 *     forgotten the flow for one direction alone, and take up what the other end sends
 */
public record Silence(Duration age, boolean farFirst) {}
