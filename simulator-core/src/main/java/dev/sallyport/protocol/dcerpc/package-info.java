/**
 * DCE/RPC over TCP 135, as DCOM finds its servers (C706, MS-RPCE): {@code dcerpc/map}.
 *
 * <p>A client binds to the endpoint mapper and asks at which port an interface listens; the answer names a port of
 * Windows' dynamic range. What is spoken there is not part of the exchange: the port is named, not opened.
 *
 * <p>Where the nonce stands: in the object that the map request asks for (C706, ept_map), sixteen bytes marked as
 * {@link dev.sallyport.exchange.MarkedNonce} says. The bind has no field that a client may fill as it likes, so an
 * attempt that ends before the map request is joined without a nonce.
 *
 * <p>Little-endian and unfragmented, as every Windows client speaks here; authentication is refused.
 */
package dev.sallyport.protocol.dcerpc;
