/**
 * What flows on a port of media, over UDP and framed over TCP (RFC 4571): connectivity checks ({@code ice/check}), RTP
 * and RTCP (RFC 3550), protected as SRTP with Lync's payload types ({@code rtp/audio}, {@code rtp/video},
 * {@code rtp/appshare}), and audio in clear without a check ({@code rtp/stream}).
 *
 * <p>Where the nonce stands: in the check, see {@link dev.sallyport.protocol.ice}, and in the payload of each packet,
 * after a mark of four bytes that says whose it is, so that a stranger's media is never mistaken for an attempt; see
 * {@link dev.sallyport.protocol.rtp.MarkedPayload}.
 *
 * <p>What is a stand-in: keys and passwords follow from the nonce instead of SDP; RTCP goes to the next
 * port, as Lync 2013's does, only where a plan says so, and shares the port of RTP (RFC 5761) elsewhere; payloads are no speech and no pictures, which no one can see under SRTP; the far end
 * speaks when spoken to, packet for packet; reports say no time of day, so how long a way takes is not told.
 */
package dev.sallyport.protocol.rtp;
