/**
 * STUN (RFC 8489): {@code stun/binding}, over UDP and over TCP.
 *
 * <p>An attribute is a record in a file of its own, named as in its section; what is not known is kept raw, what is
 * malformed is refused with its attribute and byte. A message keeps the bytes it came in, since FINGERPRINT and
 * MESSAGE-INTEGRITY are computed over them, padding included.
 *
 * <p>Where the nonce stands: the transaction id is the nonce, 96 bits both; the answer repeats it (§6).
 */
package dev.sallyport.protocol.stun;
