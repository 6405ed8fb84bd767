package dev.sallyport.exchange;

import java.net.InetSocketAddress;

/**
 * A UDP datagram at a {@link DatagramPort}.
 *
 * @param peer where it came from, or goes to
 * @param bytes its payload
 */
public record Datagram(InetSocketAddress peer, Octets bytes) {}
