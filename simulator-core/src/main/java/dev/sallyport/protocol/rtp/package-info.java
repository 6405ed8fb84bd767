/**
 * RTP media (RFC 3550), over UDP and framed over TCP (RFC 4571): {@code rtp/stream}.
 *
 * <p>Where the nonce stands: in the payload, after a mark of four bytes that says whose packet it is, so that a
 * stranger's media is never mistaken for an attempt; see {@link dev.sallyport.protocol.rtp.MarkedPayload}.
 */
package dev.sallyport.protocol.rtp;
