/**
 * DHCP (RFC 2131), as Lync clients use it where DNS tells them nothing: {@code dhcp/inform}.
 *
 * <p>A client that has its address asks a server by unicast from port 68 to 67 for options 120 (RFC 3361), the names of
 * SIP servers, and 43, which for the vendor class {@code MS-UC-Client} says where certificates are issued. The service
 * answers that and nothing else: it leases no addresses, so whatever else a client asks it passes over in silence.
 *
 * <p>Where the nonce stands: in option 61, the client's identifier (RFC 2132 §9.14), behind the type 0 of an opaque one
 * and marked as {@link dev.sallyport.exchange.MarkedNonce} says. The transaction's id and the hardware address are
 * made of it too, but neither has room for it.
 *
 * <p>Sizes: our requests are padded to 548 bytes, what every server must take (RFC 2131 §2), and no answer is longer. A
 * stranger's request of 300 bytes may be answered with some more.
 */
package dev.sallyport.protocol.dhcp;
