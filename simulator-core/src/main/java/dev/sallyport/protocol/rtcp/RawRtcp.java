package dev.sallyport.protocol.rtcp;

import dev.sallyport.exchange.Octets;

/**
 * A packet kept as it came: of another type, or of a form that this package does not write, such as Lync's
 * profile-specific extensions behind a report.
 *
 * @param bytes all of it, header included
 */
public record RawRtcp(Octets bytes) implements RtcpPacket {}
