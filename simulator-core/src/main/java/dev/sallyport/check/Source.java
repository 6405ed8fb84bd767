package dev.sallyport.check;

import java.net.InetAddress;

/**
 * Where a flow comes from in the far end's eyes, as the lab declares it.
 *
 * @param address the initiator's own address, or the one a declared NAT gives it
 * @param portKept whether the initiator's port must arrive unchanged; a masquerade may change it
 */
public record Source(InetAddress address, boolean portKept) {}
