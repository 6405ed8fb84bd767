/**
 * WCF over TCP, as far as its framing (MC-NMF): {@code wcf/preamble}.
 *
 * <p>A client introduces itself with a preamble, starts TLS in mid-connection where it asks for that, and exchanges one
 * envelope each way. Where the flow is one of TLS from the start, the same preamble goes inside and asks for no upgrade:
 * nobody has published which of the two Lync does, so a role file's {@code security} decides ({@code none} upgrades,
 * {@code tls} and {@code mtls} begin with TLS).
 *
 * <p>Where the nonce stands: in the query of the preamble's URI, and as the message that the envelope is about.
 */
package dev.sallyport.protocol.wcf;
