/**
 * DCE/RPC over TCP 135, as DCOM finds its servers (C706, MS-RPCE): {@code dcerpc/map} and {@code dcerpc/call}.
 *
 * <p>A client binds to the endpoint mapper and asks at which port an interface listens; the answer names a port of
 * Windows' dynamic range. There {@code dcerpc/map} ends. {@code dcerpc/call} goes on to that port, on a second
 * connection, binds to the interface and calls it: what a firewall must let through, or open by what it read at 135. No
 * row documents those ports, so a plan has it only where another row opens the port between the same two hosts.
 *
 * <p>Where the nonce stands: in the object that the map request asks for (C706, ept_map), sixteen bytes marked as
 * {@link dev.sallyport.exchange.MarkedNonce} says, and on the second connection in the object that is called. The bind has no field that a client may fill as it likes, so an
 * attempt that ends before the map request is joined without a nonce.
 *
 * <p>Little-endian and unfragmented, as every Windows client speaks here; authentication is refused.
 */
package dev.sallyport.protocol.dcerpc;
