/**
 * MS-TURN, TURN as Lync speaks it ([MS-TURN]): {@code msturn/allocate}, {@code msturn/relay}, and both once more
 * {@code -by-spec}; over UDP, and over TCP behind a hello that resembles TLS and in frames of a header of four bytes.
 *
 * <p>It is a draft from before RFC 5389 that went its own way: transactions have 16 bytes and no cookie, attributes no
 * padding, NONCE and REALM each other's numbers, the digest a padding of its own, and every message a cookie as its
 * first attribute. STUN's attribute records serve where value and number are the same.
 *
 * <p>The two {@link dev.sallyport.protocol.msturn.Profile}s differ in what inspection engines can make of them. An
 * initiator's is in the exchange's name; a service follows the transaction that came.
 *
 * <p>Credentials are {@link dev.sallyport.protocol.msturn.MrasCredentials}, which both ends compute. The 401 is longer
 * than the request it answers, as the dialect must have it; that the transport answers addresses of the lab alone keeps
 * it from being an amplifier.
 *
 * <p>Where the nonce stands: the last 12 bytes of the transaction id of the first Allocate request, that without a
 * user name; over TCP also the 12 bytes that follow the time in the client's hello.
 */
package dev.sallyport.protocol.msturn;
