/**
 * A stand-in for PSOM, the protocol of web conferences: {@code psom/meeting}, over TLS.
 *
 * <p>What a firewall sees of PSOM is TLS with the right certificates, and records of certain sizes both ways; its inner
 * framing is published nowhere that we found, and no inspection engine has a signature for it. So the frames here are
 * our own, and begin with a mark of our own so that nobody takes them for Microsoft's: a client joins a meeting, a slide
 * of several TLS records goes down and an annotation up, and the client leaves. What it proves is the TLS connection, its
 * certificates, and that small and large messages pass both ways; not that a firewall would know PSOM inside a decrypted
 * connection.
 *
 * <p>Where the nonce stands: in every frame, after mark, length and kind.
 */
package dev.sallyport.protocol.psom;
