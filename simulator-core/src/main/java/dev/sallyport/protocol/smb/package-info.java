/**
 * SMB over TCP 445, as far as its negotiation (MS-SMB2 §2.2.3, §3.2.4.2.2): {@code smb/negotiate}.
 *
 * <p>A client of Windows Server 2012 R2 opens with an SMB1 request that offers SMB 2, hears that there is SMB 2, and
 * negotiates its revision with a second request; there the exchange ends. What a foreign client asks beyond that is
 * refused: a session with STATUS_ACCESS_DENIED, anything without one with STATUS_USER_SESSION_DELETED.
 *
 * <p>Where the nonce stands: in the ClientGuid of the second request, marked as
 * {@link dev.sallyport.exchange.MarkedNonce} says. The first has no field that a client may fill as it likes, so an
 * attempt that ends between the two is joined without a nonce.
 *
 * <p>The answers tell no time: SystemTime is zero, for a codec has no clock and no client minds.
 */
package dev.sallyport.protocol.smb;
