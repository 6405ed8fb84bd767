package dev.sallyport.flow;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where a host passes a connection on to.
 *
 * @param from the host's own address, from which it connects
 * @param to where it connects to
 */
public record Hop(InetAddress from, InetSocketAddress to) {}
