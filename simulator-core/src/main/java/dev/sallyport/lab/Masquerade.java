package dev.sallyport.lab;

import java.net.InetAddress;

/**
 * A source NAT that a firewall is meant to do: flows between the zones arrive from one address, ports may change.
 *
 * @param source the address the far end is to see
 */
public record Masquerade(Zone from, Zone to, InetAddress source) {}
